// Usage: node stdio.mjs SDK TOOL ARGUMENTS ENVIRONMENT COMMAND [ARGUMENT...]
// Starts a program that speaks MCP over STDIO, with the TypeScript SDK 1.x (SDK is 1) or the client 2.x (SDK is 2), lists its
// tools, calls one, and prints what it saw as JSON. ENVIRONMENT is a JSON object.
const [sdk, tool, args, environment, command, ...rest] = process.argv.slice(2);
const [main, stdio] = sdk === '1'
  ? ['@modelcontextprotocol/sdk/client/index.js', '@modelcontextprotocol/sdk/client/stdio.js']
  : ['@modelcontextprotocol/client', '@modelcontextprotocol/client/stdio'];
const { Client } = await import(main);
const { StdioClientTransport } = await import(stdio);

const transport = new StdioClientTransport({ command, args: rest, env: { ...process.env, ...JSON.parse(environment) }, stderr: 'inherit' });
const client = new Client({ name: 'homedash-tests', version: '1.0.0' }, sdk === '1' ? {} : { versionNegotiation: { mode: 'auto' } });
await client.connect(transport);
const { tools } = await client.listTools();
const result = await client.callTool({ name: tool, arguments: JSON.parse(args) });
console.log(JSON.stringify({ version: client.getNegotiatedProtocolVersion?.() ?? null, tools: tools.map((one) => one.name), result }));
await client.close();
