// Where and how the visitor reads a clock and a calendar: the server knows only its own.
export function clock() {
    let firstDay = 1;
    try {
        const locale = new Intl.Locale(navigator.language);
        firstDay = (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1;
    } catch {
        // A browser that does not know weeks has Monday first.
    }
    return { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, firstDay };
}
