/** Every text of every answer is hostile: nothing of it may become more than a text, on the page and in what is taken along. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type {} from '@peilglas/elements/define';
import { patience, type Visit } from '../e2e/support/browser.ts';
import { elements, type Asking } from '../faults/support/elements.ts';
import { send, type Answer, type Fault } from '../faults/support/proxy.ts';
import { mount, openPage, openStage, ownWords, settled, type FaultStage } from '../faults/support/stage.ts';
import { payloads } from './support/payloads.ts';

/** Texts that name something to machines. */
const kept = new Set([
  'id',
  'index',
  'geo',
  'time',
  'metric',
  'class',
  'version',
  'eliminationValueCode',
  'tableid',
  'audience',
  'type',
  'category',
  'status',
  'goodDirection',
  'period',
  'indicators',
  'subjectCode',
]);

/** Puts the next payload in the place of every text that a person reads. */
function hostile(body: string, next: () => string): string {
  const read = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return kept.has(key) ? value : next();
    if (Array.isArray(value)) return value.map((each) => read(each, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, read(each, kept.has(key) && key !== 'category' ? key : name)]),
    );
  };
  return JSON.stringify(read(JSON.parse(body), ''));
}

const all: readonly Asking[] = [
  ...elements,
  { tag: 'statistical-yearbook', attributes: { table: 'bevolking', region: 'GM0153' }, asksFigures: true },
];

let stage: FaultStage;

before(async () => {
  stage = await openStage();
});

after(async () => {
  await stage.close();
});

interface Found {
  readonly hacked: unknown;
  readonly violations: readonly string[];
  readonly markup: readonly string[];
  readonly shown: string;
}

/** What has become of the texts. */
function look({ page }: Visit): Promise<Found> {
  return page.evaluate(async () => {
    const deep = (root: ParentNode): readonly Element[] =>
      [...root.querySelectorAll('*')].flatMap((element) => [
        element,
        ...(element.shadowRoot ? deep(element.shadowRoot) : []),
      ]);
    const main = document.querySelector('main') ?? document.body;
    for (const element of deep(main)) {
      if (element instanceof HTMLElement && element.matches('summary, [aria-expanded=false], [aria-haspopup]'))
        element.click();
    }
    for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame);
    for (const element of deep(main)) {
      for (const type of ['pointerenter', 'focus', 'mouseover']) element.dispatchEvent(new Event(type));
    }
    const bad = deep(main).filter(
      (element) =>
        element.matches(
          'script, iframe, object, embed, img, video, audio, link, base, meta, foreignObject, form, marquee',
        ) ||
        element.getAttributeNames().some((name) => name.startsWith('on')) ||
        /^\s*(javascript|vbscript|data):/i.test(element.getAttribute('href') ?? element.getAttribute('src') ?? ''),
    );
    const text = deep(main)
      .map(({ shadowRoot }) => shadowRoot?.textContent ?? '')
      .join(' ');
    return {
      hacked: 'hacked' in window ? window.hacked : undefined,
      violations: window.peilglasSeen.violations,
      markup: bad.map((element) => element.outerHTML.slice(0, 200)),
      shown: text,
    };
  });
}

const takers = [
  'trend-chart',
  'municipality-compare',
  'municipality-map',
  'share-chart',
  'population-pyramid',
  'data-table',
] as const;

/** What an element gives to take along. */
function take({ page }: Visit, tag: (typeof takers)[number]): Promise<{ readonly csv: string; readonly svg: string }> {
  return page.$eval(tag, async (element) => {
    JSON.parse(element.toJsonStat());
    await element.toPng();
    return { csv: element.toCsv(), svg: await element.toSvg() };
  });
}

/** What a drawing does or fetches as a page of its own; nothing when it only draws. */
async function deedsOf({ browser }: FaultStage, svg: string): Promise<readonly string[]> {
  const page = await browser.newPage();
  page.setDefaultTimeout(patience);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.setContent(svg);
  const ran = await page.evaluate(() => 'hacked' in window);
  const file = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  await page.goto(file);
  const found = await page.evaluate(() => {
    const odd = [...document.querySelectorAll('*')].filter(
      (each) =>
        each.matches('script, foreignObject, parsererror, image, a, use:not([href^="#"])') ||
        each.getAttributeNames().some((name) => name.startsWith('on')),
    );
    return [...odd.map((each) => each.outerHTML.slice(0, 200)), ...('hacked' in window ? ['It ran'] : [])];
  });
  await page.close();
  return [...found, ...(ran ? ['It ran'] : []), ...asked.filter((address) => address !== file)];
}

/** Fields of a file in RFC 4180, without the byte order mark. */
function fieldsOf(csv: string): readonly string[] {
  return [...csv.slice(1).matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^,"\r\n]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}

describe('hostile texts', () => {
  const rounds = 3;
  it(`of ${payloads.length} kinds are shown as texts, in every element and every file`, async () => {
    let count = 0;
    const used = new Set<string>();
    const next = (): string => {
      const payload = payloads[count++ % payloads.length] ?? '';
      used.add(payload);
      return payload;
    };
    const poison: Fault = ({ response }, answer: Answer) => {
      send(response, answer.type.includes('json') ? { ...answer, body: hostile(answer.body, next) } : answer);
    };
    for (let round = 0; round < rounds; round++) {
      const visit = await openPage(stage, '/zonder-beleid');
      await mount(visit, stage.proxy.room(poison), all);
      for (const { tag, state } of await settled(visit)) assert.equal(state, 'ready', tag);
      const { hacked, violations, markup, shown } = await look(visit);
      assert.equal(hacked, undefined);
      assert.deepEqual(violations, []);
      assert.deepEqual(markup, []);
      assert.match(shown, /window\.hacked=1/);
      // Each round with the files of other elements.
      for (const tag of takers.filter((_, index) => index % rounds === round)) {
        const { csv, svg } = await take(visit, tag);
        assert.deepEqual(await deedsOf(stage, svg), [], tag);
        const formulas = fieldsOf(csv).filter((field) => /^\s*[=+@\uFF1D]|^[\t\r]|^-(?![\d.]+$)/.test(field));
        assert.deepEqual(formulas, [], tag);
      }
      assert.equal((await look(visit)).hacked, undefined);
      assert.deepEqual(ownWords(visit), []);
      await visit.leave();
    }
    assert.equal(used.size, payloads.length);
  });
});
