// Usage: node sdk-1.mjs URL KEY TOOL ARGUMENTS
// Connects with the TypeScript SDK 1.x, lists the tools, calls one, and prints what it saw as JSON.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const [url, key, tool, args] = process.argv.slice(2);
const transport = new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers: { ApiKey: key } } });
const client = new Client({ name: 'homedash-tests', version: '1.0.0' });
await client.connect(transport);
const { tools } = await client.listTools();
const result = await client.callTool({ name: tool, arguments: JSON.parse(args) });
console.log(JSON.stringify({ version: transport.protocolVersion, tools: tools.map((one) => one.name), result }));
await client.close();
