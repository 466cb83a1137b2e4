/**
 * What a page that is filled beforehand promises, on twelve charts: the first of them is there long before it is without
 * (slow 4G and a processor slowed down four times, as for the demo's page), and a key wakes one soon.
 */
import { servePages } from '../filled-pages.mjs';
import { awake, firstChart, focusChart, isResting, scriptBytes, watchFirstChart } from '../page/filled-watch.js';
import { phone } from '../phone.mjs';
import { compare, inTurn, median } from '../turns.mjs';

/** Milliseconds within which a chart answers, at most. */
const most = 300;

export async function benchBeforeScripts({ stage, short }) {
  const pages = await servePages(stage);
  try {
    const rounds = short ? 2 : 5;
    const first = await inTurn(
      { filled: () => openOnPhone(stage, pages.filled), live: () => openOnPhone(stage, pages.live) },
      rounds,
      0,
    );
    const woken = await inTurn(
      { cold: () => wake(stage, pages.filled, false), keys: () => wake(stage, pages.filled, true) },
      2 * rounds,
    );
    return { rows: rowsOf(first, woken), figures: figuresOf(pages, woken) };
  } finally {
    await pages.close();
  }
}

/** @returns when the first chart is seen, milliseconds */
async function openOnPhone({ browser }, { address }) {
  const { tab, close } = await openTab(browser);
  await phone(tab);
  await tab.evaluateOnNewDocument(watchFirstChart);
  await tab.goto(address, { timeout: 120_000 });
  const time = await tab.evaluate(firstChart);
  await close();
  return time;
}

/** @returns how long the first chart takes to wake, milliseconds, and what script was loaded before */
async function wake({ browser }, { address }, byKeys) {
  const { tab, close } = await openTab(browser);
  await tab.goto(address);
  await tab.waitForFunction(isResting);
  await tab.waitForNetworkIdle({ idleTime: 500 });
  const bytes = await tab.evaluate(scriptBytes);
  const waiting = tab.evaluate(awake);
  if (byKeys) {
    // To the link before the charts, as long as it takes to read it, and on.
    await tab.keyboard.press('Tab');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await tab.keyboard.press('Tab');
  } else await tab.evaluate(focusChart);
  const time = await waiting;
  await close();
  return { time, bytes };
}

async function openTab(browser) {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  await tab.setViewport({ width: 1280, height: 900 });
  // A tab that is not in front has no focus.
  await tab.bringToFront();
  return { tab, close: () => context.close() };
}

function rowsOf(first, { cold, keys }) {
  const seconds = (times) => (median(times) / 1000).toFixed(1);
  const wakes = (name, told, rounds) => {
    const times = rounds.map(({ time }) => time);
    const limits = times.map(() => most);
    return { name, baseline: `${most} ms`, ...compare(times, limits), told: `${median(times).toFixed(0)} ms ${told}` };
  };
  return [
    {
      name: 'first-chart-vs-unfilled',
      baseline: 'the same page of 12 charts, not filled beforehand',
      ...compare(first.filled, first.live),
      bound: 0.2,
      told: `${seconds(first.filled)} : ${seconds(first.live)} s to the first chart on a phone`,
    },
    { ...wakes('wake-walking-vs-300-ms', 'to a live chart, for who walks by keys', keys), bound: 1 },
    wakes('wake-at-once-vs-300-ms', 'to a live chart, when its focus is the very first thing', cold),
  ];
}

function figuresOf(pages, { cold }) {
  const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  return [
    ['Page of 12 charts, filled', `${kilobytes(pages.filled.bytes)}; ${kilobytes(pages.live.bytes)} when it is not`],
    ['Script on it before anybody touches a chart', kilobytes(median(cold.map(({ bytes }) => bytes)))],
  ];
}
