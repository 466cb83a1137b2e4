import { PeilStateEvent, type KpiTile, type TrendChart } from '@peilglas/elements';
import '@peilglas/elements/define';
import '@peilglas/elements/reserve.css';
import '@peilglas/themes/tokens.css';
import { formatNumber } from '@peilglas/text';

const context = document.createElement('data-context');
context.region = 'B';
const tile: KpiTile = document.createElement('kpi-tile');
const chart: TrendChart = document.createElement('trend-chart');
for (const element of [tile, chart]) {
  element.endpoint = '/figures.json';
  element.addEventListener('peil-state', (event) => {
    if (event instanceof PeilStateEvent) document.body.dataset.state = event.state;
  });
}
context.append(tile, chart);
document.querySelector('main')?.append(context, formatNumber(1234.5, 1, 'nl'));
