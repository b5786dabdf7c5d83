// A proxy whose first connection breaks in the middle, as networks do.
import { connect, createServer, type AddressInfo } from 'node:net';

export interface Cut {
  address: string;
  connections(): number;
  close(): void;
}

/** Passes on what a server says until that many items have gone by on the first connection, and loses the rest of it. */
export async function cutAfter(items: number, server: URL): Promise<Cut> {
  let connections = 0;
  const proxy = createServer((client) => {
    const breaks = ++connections === 1;
    const upstream = connect(Number(server.port), server.hostname);
    client.pipe(upstream);
    let passed = 0;
    let rest = '';
    upstream.on('data', (chunk: Buffer) => {
      if (!breaks) {
        client.write(chunk);
        return;
      }

      const events = (rest + chunk.toString('utf8')).split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events) {
        client.write(`${event}\n\n`);
        passed += /^id: /m.test(event) ? 1 : 0;
        if (passed === items) {
          upstream.removeAllListeners('data');
          // Once the items are out, and not before.
          client.write('', () => client.destroy());
          return;
        }
      }
    });
    upstream.on('close', () => client.destroy());
    client.on('close', () => upstream.destroy());
    client.on('error', () => upstream.destroy());
    upstream.on('error', () => client.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    connections: () => connections,
    close: () => proxy.close(),
  };
}
