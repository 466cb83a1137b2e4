/**
 * 1, 20 and 100 `trend-chart`s from the first request to the frame that shows them, beside libraries that draw the same
 * lines with as many marks and labels: the drawings alone, and with what somebody writes around them by hand. Our own
 * element has its sentence, source and buttons in any case; where tables are counted, it has its table open.
 */
import { compare, inTurn, median } from '../turns.mjs';

const peers = {
  echarts: 'hand-written ECharts (SVG)',
  'vue-echarts': 'vue-echarts',
  chartjs: 'Chart.js',
  highcharts: 'Highcharts',
  carbon: 'Carbon Charts',
};

export async function benchCharts({ stage, short }) {
  const rows = [];
  for (const [count, rounds] of short ? [[100, 2]] : [1, 20, 100].map((count) => [count, count < 100 ? 5 : 7])) {
    for (const withTable of count === 100 ? [false, true] : [false]) {
      const names = withTable ? ['peilglas', 'echarts'] : ['peilglas', ...Object.keys(peers)];
      const contestants = Object.fromEntries(
        names.map((name) => [name, () => drawOnce(stage, name, { count, withTable })]),
      );
      const turns = await inTurn(contestants, rounds, 0);
      for (const name of names.slice(1)) rows.push(rowOf({ name, count, withTable }, turns));
    }
  }
  return rows;
}

async function drawOnce(stage, name, settings) {
  const page = await stage.open(name);
  const result = await page.run(`draw(${JSON.stringify(settings)})`);
  await page.close();
  return result;
}

/** What is held to a bound: a hundred charts, each with the same words around it or with none. */
const bounds = {
  'charts-100-vs-echarts': 1.1,
  'charts-100-vs-highcharts': 1,
  'charts-100-vs-carbon': 1,
};

function rowOf({ name, count, withTable }, turns) {
  const [ours, theirs] = ['peilglas', name].map((each) => turns[each].map(({ time }) => time));
  const [processor, other] = ['peilglas', name].map((each) => turns[each].map((result) => result.processor));
  const [{ marks, texts }] = turns[name];
  const drawn = marks > 0 ? `, ${marks / count} marks and ${texts / count} texts each` : '';
  const row = `charts-${count}${withTable ? '-with-words' : ''}-vs-${name}`;
  return {
    name: row,
    baseline: peers[name] + (withTable ? ' with heading, sentence, table and source' : ''),
    ...compare(ours, theirs),
    bound: bounds[row],
    told: `${median(ours).toFixed(0)} : ${median(theirs).toFixed(0)} ms; processor ${compare(processor, other).ratio.toFixed(2)}${drawn}`,
  };
}
