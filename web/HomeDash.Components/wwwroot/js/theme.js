// "light", "dark", or "system" when no choice was made.
export function current() {
    return document.documentElement.dataset.theme ?? "system";
}

// The cookie lets the server send the right colours with the first byte.
export function choose(theme, cookie) {
    if (theme === "system") {
        delete document.documentElement.dataset.theme;
        document.cookie = `${cookie}=; path=/; max-age=0; samesite=lax`;
    } else {
        document.documentElement.dataset.theme = theme;
        document.cookie = `${cookie}=${theme}; path=/; max-age=31536000; samesite=lax`;
    }
}
