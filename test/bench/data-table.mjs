/**
 * `npm run bench:table`, after `npm run build`: what a long `<data-table>` costs a browser. For each action it says how
 * much processor time the page took, and the longest task that `PerformanceObserver` saw; on a busy machine tasks look
 * longer than they are, processor time does not. Fails when scrolling or sorting takes more than 100 ms of processor
 * time in one go, or when scrolling costs more with more rows.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import puppeteer from 'puppeteer-core';
import { browserFlags, findBrowser } from '../../scripts/find-browser.mjs';
import { longTable } from '../../stories/long-table.ts';

const cdn = new URL('../../dist/cdn/', import.meta.url);
const [columns, few, many] = [20, 1000, 17_341];
const longest = 100;
/** Scrolling among many rows may cost this much more than among few. */
const mostRatio = 2;

const page = `<!doctype html><html lang="nl"><title>Bench</title>
<script type="module" src="/cdn/data-table.js"></script><script src="/page.js"></script><body></body></html>`;

const server = createServer(({ url = '/' }, response) => {
  const [, folder, ...path] = url.split('/');
  const [type, body] =
    folder === 'cdn'
      ? ['text/javascript', readFileSync(new URL(path.join('/'), cdn))]
      : folder === 'table'
        ? ['application/json', JSON.stringify(longTable(Number(path[0]), columns))]
        : folder === 'page.js'
          ? ['text/javascript', readFileSync(new URL('data-table-page.js', import.meta.url))]
          : ['text/html', page];
  response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8` }).end(body);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address();

const browser = await puppeteer.launch({ executablePath: findBrowser(), args: browserFlags });

/** Opens a table of so many rows, and gives a way to weigh what is done in the page. */
async function open(rows) {
  const tab = await browser.newPage();
  await tab.setViewport({ width: 1280, height: 800 });
  const session = await tab.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  };
  await tab.goto(`http://127.0.0.1:${port}/`);
  await tab.evaluate(`bench.open('/table/${rows}')`);
  return async (name, times, action) => {
    await tab.evaluate('bench.tasks()');
    const [steps, start] = [[], await spent()];
    let last = start;
    for (let time = 0; time < times; time++) {
      await tab.evaluate(action(time));
      const now = await spent();
      steps.push(now - last);
      last = now;
    }
    const seen = await tab.evaluate('bench.tasks()');
    const [mean, worst] = [(last - start) / times, Math.max(...steps)];
    const columnsOfText = [mean, worst, Math.max(0, ...seen)]
      .map((each) => `${each.toFixed(0)} ms`.padStart(9))
      .join('');
    console.log(`${String(rows).padStart(6)} rows  ${name.padEnd(22)}${columnsOfText}`);
    return { mean, worst };
  };
}

console.log(`${''.padEnd(35)}${['mean', 'worst', 'longest task'].map((head) => head.padStart(9)).join('')}`);
const small = await open(few);
const smallStep = await small('scroll by 120 px', 40, () => 'bench.scroll(120)');
const large = await open(many);
const largeStep = await large('scroll by 120 px', 40, () => 'bench.scroll(120)');
const jump = await large('scroll by 9.000 px', 40, () => 'bench.scroll(9000)');
// Work is done in slices of ten milliseconds; a whole sort is many of them.
await large('sort, in slices', 3, (time) => `bench.sort(${time})`);
await browser.close();
server.close();

const ratio = largeStep.mean / smallStep.mean;
console.log(`scrolling ${many} rows costs ${ratio.toFixed(2)} times what ${few} rows cost (at most ${mostRatio})`);
const faults = [
  ratio > mostRatio && 'scrolling costs more with more rows',
  Math.max(largeStep.worst, jump.worst) > longest && `a step of scrolling takes more than ${longest} ms`,
].filter(Boolean);
for (const fault of faults) console.log(`✖ ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
