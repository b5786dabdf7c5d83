// Does not compile: every line that is marked is a mistake, and nothing else is.
import { createTRPCClient, httpLink } from '@trpc/client';
import type { AppRouter } from './types.js';

const client = createTRPCClient<AppRouter>({ links: [httpLink({ url: '' })] });

await client.fixture.rename.mutate({ gadget: 'lamp', name: 'torch' });
await client.fixture.rename.mutate({ gadget: 'lamp' }); // wrong: the name is missing
await client.fixture.list.query({ limit: 'many' }); // wrong: a text for a number
await client.fixture.list.query({ state: 'sleeping' }); // wrong: no such state
await client.fixture.list.query({ limits: 1 }); // wrong: no such argument
await client.fixture.list.mutate(); // wrong: a query
await client.fixture.destroy.mutate(); // wrong: no such procedure
const weight: string = (await client.fixture.get.query({ gadget: 'lamp' })).weight; // wrong: a number for a text
const name: string = (await client.fixture.get.query({ gadget: 'lamp' })).name;
client.fixture.events.subscribe(undefined, { onData: (item) => item.data.gadgets }); // wrong: no such field
console.log(weight, name);
