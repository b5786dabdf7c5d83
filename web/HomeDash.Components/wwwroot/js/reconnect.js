// The server forgot this page (it was restarted): only a fresh load helps, and no click should be needed for it.
const dialog = document.getElementById("components-reconnect-modal");

new MutationObserver(() => {
    if (dialog.classList.contains("components-reconnect-rejected")) {
        location.reload();
    }
}).observe(dialog, { attributes: true, attributeFilter: ["class"] });
