import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { beforeNetwork } from '@peilglas/client/before-network';
import { Catalogue } from '@peilglas/client/catalogue';
import { startServer, stopServers } from './pxweb-server.ts';

after(stopServers);

const listing = (id: string): Promise<Response> =>
  Promise.resolve(
    new Response(JSON.stringify({ tables: [{ id }] }), { headers: { 'Content-Type': 'application/json' } }),
  );

it('what stands before the network answers first, in turn, but not for who has a fetch of their own', async () => {
  const server = await startServer();
  const ids = async (settings: object = {}): Promise<readonly string[]> => {
    const catalogue = new Catalogue({ endpoint: server.endpoint, retryDelay: 1, ...settings });
    return (await catalogue.list({ lang: 'nl' })).map(({ id }) => id);
  };
  server.intercept = (_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"tables":[{"id":"network"}]}');
    return true;
  };
  let state = 'closed';
  beforeNetwork(
    (ask) =>
      (...question) =>
        state === 'first' ? listing('first') : ask(...question),
  );
  beforeNetwork(
    (ask) =>
      (...question) =>
        state === 'second' ? listing('second') : ask(...question),
  );
  assert.deepEqual(await ids(), ['network']);
  state = 'first';
  assert.deepEqual(await ids(), ['first']);
  state = 'second';
  assert.deepEqual(await ids(), ['second']);
  assert.deepEqual(await ids({ fetch }), ['network']);
});
