/** What a filled page tells programs: of its public tables and figures all, of others nothing. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { prerender } from '@peilglas/prerender';
import { launchChromium, launchFirefox, visit, withoutFirefox } from '../e2e/support/browser.ts';
import { unknownNames } from './support/schema-org.ts';
import { openSite, type Site } from './support/site.ts';
import { long } from '../support/long.ts';

interface Node {
  readonly '@type': string;
  readonly '@id'?: string;
  readonly [name: string]: unknown;
}

const blocks = /<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/gs;

function graphOf(html: string): readonly Node[] {
  const [block, second] = [...html.matchAll(blocks)];
  assert.equal(second, undefined);
  return block ? (JSON.parse(block[1] ?? '') as { '@graph': Node[] })['@graph'] : [];
}

/** The first of a type, which must be there. */
function firstOf(graph: readonly Node[], type: string): Node {
  const [node] = ofType(graph, type);
  assert.ok(node, type);
  return node;
}

function ofType(graph: readonly Node[], type: string): readonly Node[] {
  return graph.filter((node) => node['@type'] === type);
}

describe('structured data of a filled page', () => {
  let site: Site;
  const tile = (more: string): string => `<kpi-tile endpoint="/api/v2" table="bevolking" ${more}></kpi-tile>`;
  const inwoners = tile('indicator="inwoners" region="GM0153"');

  before(async () => {
    site = await openSite();
  });

  after(async () => {
    await site.close();
  });

  /** Fills a page from answers in which a text was replaced. */
  async function fillFrom(body: string, change: (answer: string) => string) {
    const changed: typeof fetch = async (input, init) => {
      const answer = await fetch(input, init);
      return new Response(change(await answer.text()), answer);
    };
    return prerender(`<head><title>x</title></head>${body}`, { endpoint: `${site.origin}/api/v2`, fetch: changed });
  }

  it('names each table once, with what is shown of it, in words of schema.org', async () => {
    const { html } = await site.fill(
      `${inwoners}${inwoners}${tile('indicator="geboorten" region="GM0164" period="2020"')}
       <definition-panel endpoint="/api/v2" table="jeugdzorg"></definition-panel>`,
    );
    const graph = graphOf(html);
    assert.deepEqual(unknownNames({ '@context': 'https://schema.org', '@graph': graph }), []);
    const [, other] = ofType(graph, 'Dataset');
    const address = `${site.origin}/api/v2/tables/bevolking`;
    const { variableMeasured, publisher, distribution, description, ...rest } = firstOf(graph, 'Dataset');
    assert.deepEqual(rest, {
      '@type': 'Dataset',
      '@id': address,
      url: address,
      identifier: 'bevolking',
      name: 'Bevolking',
      inLanguage: 'nl',
      dateModified: '2025-01-12',
      version: '1',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      isAccessibleForFree: true,
      creditText: 'CBS, StatLine 37259eng',
      temporalCoverage: '2012-01-01/2023-12-31',
    });
    assert.match(String(description), /^Hoeveel mensen er wonen/);
    assert.match(JSON.stringify(publisher), /"name":"Onderzoek en Statistiek \(demo\)".*statistiek@example\.org/);
    assert.match(JSON.stringify(distribution), /"encodingFormat":"text\/csv"/);
    assert.deepEqual(
      (variableMeasured as readonly Node[]).map(({ propertyID }) => propertyID),
      ['inwoners', 'geboorten'],
    );
    assert.match(JSON.stringify(variableMeasured), /"description":"Het aantal mensen dat op 1 januari/);
    assert.equal(other?.identifier, 'jeugdzorg');
    assert.deepEqual(
      ofType(graph, 'Observation').map(({ name, value, observationDate, observationPeriod }) => [
        ...[name, value, observationDate, observationPeriod],
      ]),
      [
        ['Inwoners, Enschede, 2023', 161235, '2023-01-01', 'P1Y'],
        ['Geboorten, Hengelo, 2020', 697, '2020-01-01', 'P1Y'],
      ],
    );
    const { subjectOf, variableMeasured: measured, observationAbout } = firstOf(graph, 'Observation');
    assert.deepEqual(
      { subjectOf, measured, observationAbout },
      {
        subjectOf: { '@id': address },
        measured: { '@id': `${address}#inwoners` },
        observationAbout: { '@type': 'Place', name: 'Enschede', identifier: 'GM0153' },
      },
    );
  });

  it('tells collectors of references the same in the head, and leaves what the site says itself', async () => {
    const { html } = await site.fill(inwoners);
    const [head = ''] = html.split('</head>');
    for (const [name, content] of [
      ['dcterms.references', `${site.origin}/api/v2/tables/bevolking`],
      ['dcterms.source', 'CBS, StatLine 37259eng'],
      ['dcterms.publisher', 'Onderzoek en Statistiek (demo)'],
      ['dcterms.license', 'https://creativecommons.org/licenses/by/4.0/'],
      ['dcterms.modified', '2025-01-12'],
    ] as const)
      assert.ok(head.includes(`<meta name="${name}" content="${content}" `), name);
    assert.ok(head.includes(`<link rel="describedby" href="${site.origin}/api/v2/tables/bevolking" `));
    assert.doesNotMatch(head, /rel="canonical"|dcterms\.title/);
  });

  it('is where it belongs on a page that begins with a byte order mark', async () => {
    const page = `<!doctype html><html><head><title>x</title></head><body>${inwoners}</body></html>`;
    const [plain, marked] = await Promise.all(
      [page, `\uFEFF${page}`].map((html) => prerender(html, { endpoint: `${site.origin}/api/v2` })),
    );
    const untimed = (html = ''): string => html.replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, '');
    assert.match(plain?.html ?? '', /dcterms\.references/);
    assert.equal(untimed(marked?.html), `\uFEFF${untimed(plain?.html)}`);
  });

  it('has nothing of figures that are not for all, whoever asks', async () => {
    const closed = '<kpi-tile endpoint="/api/v2" table="besloten" region="GM0153"></kpi-tile>';
    const { html, elements } = await site.fill(closed, { token: await site.tokenFor('GM0153') });
    assert.equal(elements[0]?.state, 'ready');
    assert.doesNotMatch(html, /ld\+json|dcterms|describedby/);
    const both = await site.fill(closed + inwoners, { token: await site.tokenFor('GM0153') });
    assert.deepEqual(
      graphOf(both.html).map((node) => node['@type']),
      ['Dataset', 'Observation'],
    );
    assert.doesNotMatch(JSON.stringify(graphOf(both.html)), /besloten|12\.8/);
    // A table that does not say whose it is.
    const silent = (answer: string): string => answer.replace('"audience":"public",', '');
    assert.equal(graphOf((await fillFrom(inwoners, silent)).html).length, 2);
  });

  it('has no observation where there is no figure', async () => {
    for (const status of ['C', 'O', 'U', 'N', 'M']) {
      const hide = (answer: string): string =>
        // The last cell has a figure still, which its status hides.
        answer.replace(/"value":\[([^\]]*)\]/, `"value":[$1],"status":{"11":"${status}"}`);
      const { html } = await fillFrom(tile('indicator="inwoners" region="GM0153" period="2023"'), hide);
      const graph = graphOf(html);
      assert.deepEqual(ofType(graph, 'Observation'), [], status);
      assert.doesNotMatch(JSON.stringify(graph), /161235/);
    }
    const failed = await site.fill(tile('indicator="bestaat-niet"'));
    assert.deepEqual(graphOf(failed.html), []);
  });

  it('says of a figure that is not final what it is', async () => {
    const { html } = await fillFrom(inwoners, (answer) =>
      answer.replace(/"value":\[([^\]]*)\]/, '"value":[$1],"status":{"11":"P"}'),
    );
    const [observation] = ofType(graphOf(html), 'Observation');
    assert.deepEqual(observation?.additionalProperty, {
      '@type': 'PropertyValue',
      propertyID: 'OBS_STATUS',
      value: 'P',
    });
  });

  it('lets no label end its block, nor an attribute of the head', async () => {
    const hostile = '</script><script>alert(1)</script><!--"><img src=x onerror=alert(1)>';
    const { html } = await fillFrom(inwoners, (answer) =>
      answer.replaceAll(/"(?:Bevolking|CBS, StatLine 37259eng|Enschede)"/g, JSON.stringify(hostile)),
    );
    assert.equal(html.match(/<script/g)?.length, 2);
    assert.doesNotMatch(html, /<img|<!--/);
    assert.equal(ofType(graphOf(html), 'Dataset')[0]?.name, hostile);
    assert.match(html, /content="<\/script>|content="&lt;\/script&gt;&lt;script&gt;/);
  });

  it('takes the place of what an earlier filling told', async () => {
    const { html } = await site.fill(inwoners);
    const again = await prerender(html, { endpoint: `${site.origin}/api/v2` });
    assert.equal(graphOf(again.html).length, 2);
    assert.equal(again.html.split('dcterms.references').length, 2);
  });

  for (const [name, launch, skip] of [
    ['Chromium', launchChromium, false],
    ...(long ? ([['Firefox', launchFirefox, withoutFirefox]] as const) : []),
  ] as const) {
    it(`is left alone by the strictest policy in ${name}`, { skip }, async () => {
      const browser = await launch();
      try {
        const { filled } = await site.fill(inwoners);
        const { page, messages } = await visit(browser, filled);
        const data = await page.$eval('script[type="application/ld+json"]', ({ textContent }) => textContent);
        assert.equal((JSON.parse(data) as { '@context': string })['@context'], 'https://schema.org');
        assert.deepEqual([messages, await page.evaluate(() => window.peilglasSeen.violations)], [[], []]);
      } finally {
        await browser.close();
      }
    });
  }
});
