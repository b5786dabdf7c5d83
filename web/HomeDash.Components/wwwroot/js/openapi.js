// Fetched by the browser, as any program would fetch it, with the cookie of whoever looks.
export async function read(address) {
    try {
        const response = await fetch(address, { headers: { Accept: "application/json" }, signal: AbortSignal.timeout(20_000) });
        return { status: response.status, text: DotNet.createJSStreamReference(new Uint8Array(await response.arrayBuffer())) };
    } catch (error) {
        return { status: 0, text: null };
    }
}
