import '@peilglas/elements/define';
import { assert } from 'chai';
import { create, drawn, fetched, frames, mount, settled, until } from './support/page.ts';
import { TestEndpoint } from './support/test-endpoint.ts';

describe('<trend-chart>', () => {
  it('fetches ECharts only when there are figures to draw', async function () {
    // Unbundled, it is hundreds of files.
    this.timeout(60_000);
    // The folder of a checkout may have any of these names too.
    const code = /\/(echarts|zrender|packages\/charts)\//;
    const endpoint = await new TestEndpoint().fault('held');
    const chart = create('trend-chart', { endpoint: endpoint.address, table: 'bevolking', region: 'GM0153' });
    mount(chart);
    await until(async () => (await endpoint.requests()).length === 1, 'nothing asked');
    await frames();
    assert.lengthOf(fetched(code), 0);
    await endpoint.fault('none');
    await settled(chart);
    await until(() => fetched(code).length > 0, 'never fetched');
    await drawn(chart, 50_000);
  });
});
