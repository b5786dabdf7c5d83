// A dialog takes the focus as it opens, and gives it back to what opened it. Radzen's own way waits half a second,
// by when a quick person types in the second field and would find the rest of the words in the first.
export function takeFocus(place) {
    const focused = new WeakSet();
    let opener = null;

    const attend = () => {
        const dialog = [...place.querySelectorAll(".rz-dialog-content")].at(-1);
        const active = document.activeElement;
        if (!dialog) {
            if (active === document.body && opener?.isConnected) {
                opener.focus();
            }

            opener = null;
            return;
        }

        opener ??= active;
        if (!focused.has(dialog) || active === document.body) {
            const first = [...dialog.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
                .find(element => !element.disabled && element.checkVisibility());
            if (first) {
                focused.add(dialog);
                first.focus();
            }
        }
    };

    new MutationObserver(attend).observe(place, { childList: true, subtree: true });
    attend(); // A quick person has opened a dialog before this script was there.
}
