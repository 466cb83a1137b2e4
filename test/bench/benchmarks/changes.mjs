/** A hundred charts that are there: what they hold in memory, and how they follow another width and another house style. */
import { compare, inTurn, median } from '../turns.mjs';

const widths = [560, 480, 600, 520];
const styles = [
  ['#333333', '#a00000'],
  ['#222222', '#006000'],
];

async function changeOnce(stage, name) {
  const page = await stage.open(name);
  const before = await memory(page);
  await page.run('draw({count: 100, withTable: false})');
  const held = ((await memory(page)) - before) / 100 / 1024;
  const times = { resize: [], theme: [] };
  for (const width of widths) times.resize.push((await page.run(`resize(${width})`)).time);
  for (const style of styles) times.theme.push((await page.run(`theme(${JSON.stringify(style)})`)).time);
  await page.close();
  return { held, resize: median(times.resize), theme: median(times.theme) };
}

/** Bytes of the page's script heap that are reachable. */
async function memory({ session, metrics }) {
  await session.send('HeapProfiler.collectGarbage');
  return (await metrics()).JSHeapUsedSize;
}

export async function benchChanges({ stage, short }) {
  const contestants = { peilglas: () => changeOnce(stage, 'peilglas'), echarts: () => changeOnce(stage, 'echarts') };
  const turns = await inTurn(contestants, short ? 2 : 5, 0);
  const row = (name, key, unit) => {
    const [ours, theirs] = [turns.peilglas, turns.echarts].map((all) => all.map((each) => each[key]));
    return {
      name: `${name}-vs-echarts`,
      baseline: 'hand-written ECharts (SVG)',
      ...compare(ours, theirs),
      told: `${median(ours).toFixed(0)} : ${median(theirs).toFixed(0)} ${unit}`,
    };
  };
  return [row('memory-per-chart', 'held', 'kB'), row('resize-100', 'resize', 'ms'), row('theme-100', 'theme', 'ms')];
}
