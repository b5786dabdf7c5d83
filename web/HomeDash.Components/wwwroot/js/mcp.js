const protocol = "2025-11-25";

// Speaks to the MCP endpoint as a client on this computer would: from the browser, over the address that the user sees.
export async function test(endpoint, key) {
    let session;
    try {
        const hello = await call(endpoint, key, "initialize", {
            protocolVersion: protocol,
            capabilities: {},
            clientInfo: { name: "homedash-connection-test", version: "1" },
        });
        if (hello.problem) {
            return hello.problem;
        }

        session = hello.session;
        const server = hello.result.serverInfo;
        let tools = 0;
        let cursor;
        do {
            const page = await call(endpoint, key, "tools/list", cursor ? { cursor } : {}, session);
            if (page.problem) {
                return page.problem;
            }

            tools += page.result.tools.length;
            cursor = page.result.nextCursor;
        } while (cursor);
        return { ok: true, tools, server: `${server.title ?? server.name} ${server.version}` };
    } catch (error) {
        return { ok: false, status: 0, message: error.name === "TimeoutError" ? "No answer within 10 seconds." : String(error.message) };
    } finally {
        leave(endpoint, key, session);
    }
}

// A test is not a client that stays connected. Nobody waits for this, and it does not matter if it fails.
function leave(endpoint, key, session) {
    if (session) {
        fetch(endpoint, {
            method: "DELETE",
            credentials: "omit",
            signal: AbortSignal.timeout(10_000),
            headers: { "MCP-Protocol-Version": protocol, "ApiKey": key, "MCP-Session-Id": session },
        }).catch(() => { });
    }
}

async function call(endpoint, key, method, params, session) {
    const response = await fetch(endpoint, {
        method: "POST",
        credentials: "omit",
        signal: AbortSignal.timeout(10_000),
        headers: {
            "Content-Type": "application/json",
            "Accept": "application/json, text/event-stream",
            "MCP-Protocol-Version": protocol,
            "ApiKey": key,
            ...(session ? { "MCP-Session-Id": session } : {}),
        },
        body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
    });
    if (!response.ok) {
        return { problem: { ok: false, status: response.status } };
    }

    const text = await response.text();
    const answer = response.headers.get("Content-Type")?.startsWith("text/event-stream") ? lastEvent(text) : JSON.parse(text);
    return answer.error
        ? { problem: { ok: false, status: response.status, message: answer.error.message } }
        : { result: answer.result, session: response.headers.get("MCP-Session-Id") };
}

function lastEvent(stream) {
    const data = stream.split(/\r?\n\r?\n/)
        .map(event => event.split(/\r?\n/).filter(line => line.startsWith("data:")).map(line => line.slice(5)).join("\n").trim())
        .filter(event => event.length > 0);
    return JSON.parse(data.at(-1));
}
