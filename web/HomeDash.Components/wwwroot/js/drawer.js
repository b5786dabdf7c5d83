// The drawer goes away once a page is chosen in it; where it is no drawer, there is nothing to hide.
export function closeAfterChoice(id) {
    const drawer = document.getElementById(id);
    drawer.addEventListener("click", event => {
        if (event.target.closest("a") && drawer.matches(":popover-open")) {
            drawer.hidePopover();
        }
    });
}
