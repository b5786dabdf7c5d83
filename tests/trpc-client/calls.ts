// Calls HomeDash with the unmodified client of tRPC and prints what it saw. Arguments: the address of the server, a key.
import { createTRPCClient, httpBatchLink, httpBatchStreamLink, httpLink, httpSubscriptionLink, splitLink, TRPCClientError } from '@trpc/client';
import { EventSource } from 'eventsource';
import { cutAfter } from './cut.js';
import type { AppRouter } from './types.js';

const [server = '', key = ''] = process.argv.slice(2);
const headers = { ApiKey: key };
const url = `${server}/api/trpc`;

let requests = 0;
const counting: typeof fetch = (input, init) => {
  requests += 1;
  return fetch(input, init);
};

const single = createTRPCClient<AppRouter>({ links: [httpLink({ url, headers })] });
const batching = createTRPCClient<AppRouter>({ links: [httpBatchLink({ url, headers, fetch: counting })] });
const streaming = createTRPCClient<AppRouter>({ links: [httpBatchStreamLink({ url, headers, fetch: counting })] });

const list = await single.fixture.list.query();
const states: ('idle' | 'running' | 'wornOut')[] = list.items.map((gadget) => gadget.state);
const renamed = await single.fixture.rename.mutate({ gadget: 'lamp', name: 'torch' });

const batch = await Promise.all([batching.fixture.get.query({ gadget: 'g1' }), batching.fixture.list.query({ state: 'wornOut', limit: 1 })]);
const batchRequests = requests;

requests = 0;
const streamed = await Promise.allSettled([streaming.fixture.get.query({ gadget: 'g2' }), streaming.fixture.get.query({ gadget: 'g9' })]);
const streamedRequests = requests;

const error = await single.fixture.get.query({ gadget: 'clok' }).catch((thrown: unknown) => thrown);
if (!(error instanceof TRPCClientError)) {
  throw new Error('A gadget that does not exist was found.');
}

const typed = error as TRPCClientError<AppRouter>;
const next: string | undefined = typed.data?.next?.procedure;

// The connection of the subscription breaks after two items, wherever the server is by then.
const cut = await cutAfter(2, new URL(server));
const numbers: number[] = [];
const ids: string[] = [];
const subscribing = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: (operation) => operation.type === 'subscription',
      true: httpSubscriptionLink({
        url: `${cut.address}/api/trpc`,
        EventSource,
        eventSourceOptions: { fetch: (input, init) => fetch(input, { ...init, headers: { ...init.headers, ...headers } }) },
      }),
      false: httpLink({ url, headers }),
    }),
  ],
});
await new Promise<void>((resolve, reject) => {
  subscribing.workshop.follow.subscribe(undefined, {
    onData: (item) => {
      ids.push(item.id);
      numbers.push(item.data.number);
    },
    onComplete: resolve,
    onError: reject,
  });
});
cut.close();

console.log(
  JSON.stringify({
    states,
    renamed: renamed.name,
    batch: [batch[0].name, batch[1].items[0]?.name],
    batchRequests,
    streamed: streamed.map((each) => (each.status === 'fulfilled' ? each.value.name : (each.reason as TRPCClientError<AppRouter>).data?.reason)),
    streamedRequests,
    error: { code: typed.data?.code, reason: typed.data?.reason, next },
    numbers,
    connections: cut.connections(),
    streams: new Set(ids.map((id) => id.split('.')[0])).size,
  }),
);
