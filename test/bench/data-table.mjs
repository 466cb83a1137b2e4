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
<script type="module" src="/cdn/data-table.js"></script><body></body></html>`;

const server = createServer(({ url = '/' }, response) => {
  const [, folder, ...path] = url.split('/');
  const [type, body] =
    folder === 'cdn'
      ? ['text/javascript', readFileSync(new URL(path.join('/'), cdn))]
      : folder === 'table'
        ? ['application/json', JSON.stringify(longTable(Number(path[0]), columns))]
        : ['text/html', page];
  response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8` }).end(body);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address();

const browser = await puppeteer.launch({ executablePath: findBrowser(), args: browserFlags });

/** Opens a table of so many rows, and gives a way to do something in the page and to weigh it. */
async function open(rows) {
  const tab = await browser.newPage();
  await tab.setViewport({ width: 1280, height: 800 });
  await tab.evaluateOnNewDocument(() => {
    window.tasks = [];
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
  });
  const session = await tab.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  };
  await tab.goto(`http://127.0.0.1:${port}/`);
  await tab.evaluate(async (address) => {
    const table = document.createElement('data-table');
    table.data = await (await fetch(address)).json();
    document.body.append(table);
    await table.ready;
  }, `/table/${rows}`);
  // Marks are looked for between frames; what is weighed next must not carry that.
  await tab.waitForFunction(() => document.querySelector('data-table').shadowRoot.querySelector('.marks')?.textContent);
  return async (name, times, action) => {
    await tab.evaluate(() => window.tasks.splice(0));
    const [steps, start] = [[], await spent()];
    let last = start;
    for (let time = 0; time < times; time++) {
      await tab.evaluate(action, time);
      const now = await spent();
      steps.push(now - last);
      last = now;
    }
    const seen = await tab.evaluate(() => window.tasks.splice(0));
    const [mean, worst] = [(last - start) / times, Math.max(...steps)];
    const columnsOfText = [mean, worst, Math.max(0, ...seen)]
      .map((each) => `${each.toFixed(0)} ms`.padStart(9))
      .join('');
    console.log(`${String(rows).padStart(6)} rows  ${name.padEnd(22)}${columnsOfText}`);
    return { mean, worst };
  };
}

/** Done in the page: one step of scrolling, and the frame that shows it. */
async function scroll(by) {
  const table = document.querySelector('data-table');
  table.shadowRoot.querySelector('.scroller').scrollTop += by;
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  await table.updateComplete;
}
const scrollBy = (pixels) => new Function(`return (${scroll})(${pixels})`);

/** Done in the page: presses a header, the label's first, and waits until the rows are in their new order. */
async function sort(time) {
  const table = document.querySelector('data-table');
  table.shadowRoot.querySelectorAll('.sort')[Math.min(time, 1)].click();
  do await new Promise((resolve) => setTimeout(resolve, 5));
  while (table.shadowRoot.querySelector('[aria-busy=true]'));
  await table.updateComplete;
}

console.log(`${''.padEnd(35)}${['mean', 'worst', 'longest task'].map((head) => head.padStart(9)).join('')}`);
const small = await open(few);
const smallStep = await small('scroll by 120 px', 40, scrollBy(120));
const large = await open(many);
const largeStep = await large('scroll by 120 px', 40, scrollBy(120));
const jump = await large('scroll by 9.000 px', 40, scrollBy(9000));
// Work is done in slices of ten milliseconds; a whole sort is many of them.
await large('sort, in slices', 3, sort);
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
