/** A host that signs visitors in by itself, and tells nobody when another one comes. */
import '@peilglas/elements/define';
import { callbackTokenProvider } from '@peilglas/auth';
import { KpiTile } from '@peilglas/elements';
import { assert } from 'chai';
import { html } from 'lit';
import { first, mount, settled, text } from './support/page.ts';
import { TestEndpoint } from './support/test-endpoint.ts';

const privateTile = html`<kpi-tile table="jeugdhulp-synthetisch" indicator="jongeren-met-jeugdhulp"></kpi-tile>`;

describe('a host with its own sign-in', () => {
  it('leaves nothing of one visitor to the next', async () => {
    const endpoint = new TestEndpoint();
    let token: string | null = await endpoint.token('GM0153');
    const provider = callbackTokenProvider([location.origin], async () => token);
    const visit = async (): Promise<KpiTile> => {
      const page = html`<data-context endpoint=${endpoint.address} .tokenProvider=${provider}
        >${privateTile}</data-context
      >`;
      mount(html`<p></p>`);
      const tile = first(KpiTile, mount(page));
      await settled(tile);
      return tile;
    };
    const before = text(await visit(), '.figure');
    token = null;
    assert.equal((await visit()).loadState, 'signed-out');
    token = await endpoint.token('GM0164');
    const after = text(await visit(), '.figure');
    assert.match(before, /personen/);
    assert.match(after, /personen/);
    assert.notEqual(after, before);
  });
});
