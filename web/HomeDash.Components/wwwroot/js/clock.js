// The browser counts for itself: a clock needs no connection.
export function run(place, timeZone, seconds) {
    const hour = place.querySelector("[data-hour]");
    const day = place.querySelector("[data-day]");
    let time, date;
    try {
        time = formatter({ hour: "2-digit", minute: "2-digit", ...(seconds ? { second: "2-digit" } : {}) });
        date = formatter({ weekday: "short", day: "numeric", month: "short" });
    } catch {
        day.textContent = `There is no time zone ${timeZone}.`;
        return;
    }

    tick();

    function formatter(parts) {
        return new Intl.DateTimeFormat(undefined, { ...parts, ...(timeZone ? { timeZone } : {}) });
    }

    function tick() {
        if (!place.isConnected) {
            return;
        }

        const now = new Date();
        hour.textContent = time.format(now);
        day.textContent = date.format(now);
        const step = seconds ? 1000 : 60_000;
        setTimeout(tick, step - (now.getTime() % step));
    }
}
