/**
 * The demo's municipal page as a phone meets it, measured through the DevTools protocol with Lighthouse's profile: as it is
 * served, and filled beforehand. Time that a page is blocked is told beside the same page without our script: the
 * difference is ours.
 */
import { serveDemoPages } from '../demo-pages.mjs';
import { placeOf, untilAnswered, untilReady, watch } from '../page/demo-watch.js';
import { phone } from '../phone.mjs';
import { compare, median } from '../turns.mjs';

/** Milliseconds of a task that nobody notices. */
const noticed = 50;
/** Milliseconds that the page may be blocked because of us, and that an interaction may take. */
const most = { blocked: 200, interaction: 200 };

/** What a visitor presses, in the first element of each of these tags. */
const presses = [
  ['kpi-tile', 'definition-button'],
  ['trend-chart', 'table-button'],
];

export async function benchDemoPage({ stage, short }) {
  const pages = await serveDemoPages(stage);
  const visits = { live: { ours: [], without: [] }, filled: { ours: [], without: [] } };
  try {
    for (let round = 0; round < (short ? 1 : 5); round++) {
      for (const kind of round % 2 ? ['filled', 'live'] : ['live', 'filled'])
        for (const whose of round % 2 ? ['ours', 'without'] : ['without', 'ours'])
          visits[kind][whose].push(await visit(stage, pages[kind], whose === 'ours'));
    }
  } finally {
    await pages.close();
  }
  return {
    rows: [...rowsOf('page', visits.live), ...rowsOf('page-filled', visits.filled), wakeRow(visits.filled.ours)],
    figures: [...figuresOf('', visits.live.ours), ...figuresOf('Filled: ', visits.filled.ours)],
  };
}

/** Loads the page as a new visitor, waits until it is quiet, and presses two buttons. */
async function visit({ browser }, address, isOurs) {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  const session = await phone(tab);
  if (!isOurs) await session.send('Network.setBlockedURLs', { urls: ['*/peilglas/*.js'] });
  let [bytes, requests] = [0, 0];
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests += 1;
  });
  await tab.evaluateOnNewDocument(watch);
  await tab.goto(address, { waitUntil: 'load', timeout: 120_000 });
  if (isOurs) await tab.evaluate(untilReady);
  await untilQuiet(tab);
  const loaded = { ...(await tab.evaluate('peilglasBench()')), bytes, requests };
  const pressed = isOurs ? await pressAll(tab, loaded) : null;
  await context.close();
  return { ...loaded, ...pressed };
}

const untilQuiet = (tab) => tab.waitForNetworkIdle({ idleTime: 2000, timeout: 120_000 });

/** @returns what pressing took: of an element at rest all that wakes by it too */
async function pressAll(tab, loaded) {
  const answers = [];
  for (const [tag, part] of presses) {
    const { x, y } = await tab.evaluate(placeOf, tag, part);
    const began = performance.now();
    await tab.mouse.click(x, y);
    await tab.evaluate(untilAnswered, tag);
    answers.push(performance.now() - began);
    await untilQuiet(tab);
  }
  const { interaction, shift, tasks } = await tab.evaluate('peilglasBench()');
  return { interaction: Math.max(16, interaction), shift, answers, woken: tasks.slice(loaded.tasks.length) };
}

const blockedBy = (tasks) => tasks.reduce((sum, duration) => sum + Math.max(0, duration - noticed), 0);
const blockedOf = ({ tasks }) => blockedBy(tasks);

function row(name, baseline, values, limit, told) {
  const limits = values.map(() => limit);
  return { name, baseline, ...compare(values, limits), bound: 1, told };
}

function rowsOf(name, { ours, without }) {
  const blocked = ours.map((visit, round) => Math.max(0, blockedOf(visit) - blockedOf(without[round])));
  const interaction = ours.map((visit) => visit.interaction);
  const shift = Math.max(...ours.map((visit) => visit.shift));
  return [
    row(
      `${name}-blocked-vs-200-ms`,
      '200 ms of blocking time caused by us',
      blocked,
      most.blocked,
      `${median(blocked).toFixed(0)} ms more than without our script (${median(without.map(blockedOf)).toFixed(0)} ms)`,
    ),
    row(
      `${name}-inp-vs-200-ms`,
      '200 ms, the most that counts as good',
      interaction,
      most.interaction,
      `${median(interaction).toFixed(0)} ms for a definition and a table`,
    ),
    // A page that stays where it is has no ratio: what may move is nothing.
    {
      ...row(
        `${name}-shift`,
        'layout that stays where it is (CLS 0)',
        ours.map((visit) => visit.shift),
        1,
        `CLS ${shift.toFixed(3)}`,
      ),
      judged: shift,
      bound: 0.0005,
    },
  ];
}

/** Where a page came filled, most of the work is done for who presses something, and no sooner. */
function wakeRow(ours) {
  const blocked = ours.map(({ woken }) => blockedBy(woken));
  const longest = median(ours.map(({ woken }) => Math.max(0, ...woken)));
  const told = `${median(blocked).toFixed(0)} ms while a tile and a chart wake, longest task ${longest.toFixed(0)} ms`;
  return row('page-wake-blocked-vs-200-ms', '200 ms of blocking time', blocked, most.blocked, told);
}

function figuresOf(which, ours) {
  const of = (figure) => median(ours.map(figure));
  const seconds = (figure) => `${(of(figure) / 1000).toFixed(1)} s`;
  const figures = [
    ['First contentful paint', seconds(({ first }) => first)],
    ['Largest contentful paint (LCP)', seconds(({ largest }) => largest)],
    ['Layout shift (CLS)', of(({ shift }) => shift).toFixed(3)],
    ['Interaction to next paint (INP)', `${of(({ interaction }) => interaction).toFixed(0)} ms`],
    [
      'Total blocking time (TBT)',
      `${of(blockedOf).toFixed(0)} ms, longest task ${of(({ tasks }) => Math.max(0, ...tasks)).toFixed(0)} ms`,
    ],
    [
      'Over the line before anything is pressed',
      `${(of(({ bytes }) => bytes) / 1024).toFixed(0)} kB in ${of(({ requests }) => requests)} requests`,
    ],
    [
      'From a press to what it shows',
      `${seconds(({ answers }) => answers[0])} for a definition, ${seconds(({ answers }) => answers[1])} for a table`,
    ],
  ];
  return figures.map(([what, figure]) => [which + what, figure]);
}
