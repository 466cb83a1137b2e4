/** What `npm run demo` says when it cannot start. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { freePorts, runDemo, takePort } from './support/demo.ts';

/** Settings with two free ports, of which some are changed. */
async function settings(changed: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> {
  const [endpoint, site] = await freePorts();
  return { PEILGLAS_ENDPOINT_PORT: String(endpoint), PEILGLAS_DEMO_PORT: String(site), ...changed };
}

describe('the demo command', () => {
  for (const name of ['PEILGLAS_ENDPOINT_PORT', 'PEILGLAS_DEMO_PORT']) {
    it(`says that a port is taken and names ${name}`, async (t) => {
      const { port, server } = await takePort();
      t.after(() => server.close());
      const command = runDemo(await settings({ [name]: String(port) }));
      assert.deepEqual(await command.ended, { code: 1, signal: null });
      assert.match(command.said(), new RegExp(`Port ${port} is taken\\..* ${name}=\\d+ npm run demo`));
      assert.doesNotMatch(command.said(), /Building|\bat /);
    });

    for (const text of ['vierduizend', '0', '65536', '44.5']) {
      it(`says that ${name}=${text} is no port`, async () => {
        const command = runDemo(await settings({ [name]: text }));
        assert.deepEqual(await command.ended, { code: 1, signal: null });
        assert.equal(command.said(), `${name} is "${text}"; it must be a port number from 1 to 65535.\n`);
      });
    }
  }

  it('does not take one port for both', async () => {
    const [port] = await freePorts();
    const command = runDemo({ PEILGLAS_ENDPOINT_PORT: String(port), PEILGLAS_DEMO_PORT: String(port) });
    assert.deepEqual(await command.ended, { code: 1, signal: null });
    assert.match(command.said(), /PEILGLAS_ENDPOINT_PORT and PEILGLAS_DEMO_PORT/);
    assert.doesNotMatch(command.said(), /Building/);
  });
});
