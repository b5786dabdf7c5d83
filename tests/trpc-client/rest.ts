// Calls HomeDash with a client that was generated from its OpenAPI document. Arguments: the address of the server, a key.
import createClient from 'openapi-fetch';
import type { paths } from './openapi.js';

const [baseUrl = '', key = ''] = process.argv.slice(2);
const client = createClient<paths>({ baseUrl, headers: { ApiKey: key } });

const list = await client.GET('/api/v1/fixture/list', { params: { query: { state: 'idle', limit: 5 } } });
const measured = await client.GET('/api/v1/workshop/measure', { params: { query: { count: 2, words: ['a', 'b'], place: '{"row":1,"column":2}' } } });
const renamed = await client.POST('/api/v1/fixture/rename', { body: { gadget: 'lamp', name: 'torch' } });
const refused = await client.GET('/api/v1/fixture/get', { params: { query: { gadget: 'clok' } } });
const reason: 'target_not_found' | string | undefined = refused.error?.reason;

console.log(
  JSON.stringify({ items: list.data?.items.map((gadget) => gadget.name), measured: measured.data?.text, renamed: renamed.data?.name, reason, status: refused.response.status }),
);
