/** 200 `kpi-tile`s from the first request to the frame that shows them, beside the same facts written as plain elements. */
import { compare, inTurn, median } from '../turns.mjs';

export async function benchTiles({ stage, short }) {
  const once = async (name) => {
    const page = await stage.open(name);
    const result = await page.run('tiles(200)');
    await page.close();
    return result;
  };
  const turns = await inTurn({ ours: () => once('peilglas'), plain: () => once('plain') }, short ? 2 : 7, 0);
  const [ours, plain] = [turns.ours, turns.plain].map((all) => all.map(({ time }) => time));
  return [
    {
      name: 'tiles-200-vs-plain',
      baseline: 'plain elements and paths, written by hand',
      ...compare(ours, plain),
      told: `${median(ours).toFixed(0)} : ${median(plain).toFixed(0)} ms`,
    },
  ];
}
