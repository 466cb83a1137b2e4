import '@peilglas/elements/define';
import { assert } from 'chai';
import { create, drawn, fetched, frames, mount, settled, until } from './support/page.ts';
import { TestEndpoint } from './support/test-endpoint.ts';

describe('<trend-chart>', () => {
  it('fetches ECharts once the table is there to be seen, while its figures are on their way', async () => {
    // The folder of a checkout may have any of these names too.
    const code = /\/(echarts|zrender|packages\/charts)\//;
    const endpoint = await new TestEndpoint().fault('held');
    const real = window.fetch.bind(window);
    let giveFigures: () => void = () => undefined;
    const mayGive = new Promise<void>((resolve) => (giveFigures = resolve));
    window.fetch = async (input, init) => {
      const { pathname } = new URL(input instanceof Request ? input.url : input, location.href);
      if (pathname === `${endpoint.address}/tables/bevolking/data`) await mayGive;
      return real(input, init);
    };
    const chart = create('trend-chart', { endpoint: endpoint.address, table: 'bevolking', region: 'GM0153' });
    mount(chart);
    await until(async () => (await endpoint.requests()).length === 1, 'nothing asked');
    await frames();
    assert.lengthOf(fetched(code), 0);
    await endpoint.fault('none');
    await until(() => fetched(code).length > 0, 'never fetched');
    assert.equal(chart.loadState, 'loading');
    giveFigures();
    await settled(chart);
    await drawn(chart);
    window.fetch = real;
  });
});
