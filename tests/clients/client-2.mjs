// Usage: node client-2.mjs URL KEY TOOL ARGUMENTS
// Connects with the TypeScript client 2.x in the newest version that both sides speak, lists the tools, calls one, and
// prints what it saw as JSON.
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';

const [url, key, tool, args] = process.argv.slice(2);
const transport = new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers: { ApiKey: key } } });
const client = new Client({ name: 'homedash-tests', version: '1.0.0' }, { versionNegotiation: { mode: 'auto' } });
await client.connect(transport);
const { tools } = await client.listTools();
const result = await client.callTool({ name: tool, arguments: JSON.parse(args) });
console.log(JSON.stringify({ version: client.getNegotiatedProtocolVersion(), tools: tools.map((one) => one.name), result }));
await client.close();
