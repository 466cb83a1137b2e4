/** Who sees what in a filled page, and what a page can never bring about by what it says. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { prerender, type Prerendered } from '@peilglas/prerender';
import { openSite, type Site } from './support/site.ts';

describe('prerender()', () => {
  let site: Site;
  const closed = '<kpi-tile endpoint="/api/v2" table="besloten" region="GM0153"></kpi-tile>';

  before(async () => {
    site = await openSite();
  });

  after(async () => {
    await site.close();
  });

  it('fills figures that are not public for the one who shows a token, and for nobody else', async () => {
    const token = await site.tokenFor('GM0153');
    const [forAll, forOne, forAllAgain] = await Promise.all([
      site.fill(closed),
      site.fill(closed, { token }),
      site.fill(closed),
    ]);
    assert.deepEqual(statesOf(forOne.elements), ['ready']);
    assert.match(forOne.html, /12,8<\/span><span class="unit">/);
    for (const { elements, html } of [forAll, forAllAgain]) {
      assert.deepEqual(statesOf(elements), ['signed-out']);
      assert.doesNotMatch(html, /12,8/);
      // Nowhere to go: the button keeps its room, and is there for readers with scripts.
      assert.match(html, /Log in om deze cijfers te zien<\/p> <button type="button" part="retry" ?>Inloggen<\/button>/);
    }
  });

  it('leads who has to sign in to the page for it, and no other address', async () => {
    const { html } = await site.fill(closed, { signIn: '/inloggen?terug=wonen&taal=nl' });
    const address = `${site.origin}/inloggen?terug=wonen&amp;taal=nl`;
    assert.ok(html.includes(`<a href="${address}" part="retry">Inloggen</a>`));
    await assert.rejects(site.fill(closed, { signIn: 'data:text/html,x' }), /data: is no address of a page/);
  });

  it('tells who may not see figures whom to ask, by a link', async () => {
    const token = await site.tokenFor('GM0153');
    const refused = {
      title: 'Forbidden',
      status: 403,
      theme: 'Jeugd',
      contact: { name: 'Servicepunt', mail: 'hulp@example.org' },
    };
    const { html, elements } = await site.fill(closed, {
      token,
      signIn: '/inloggen',
      fetch: async () => Response.json(refused, { status: 403 }),
    });
    assert.deepEqual(statesOf(elements), ['no-access']);
    assert.match(html, /<a href="mailto:hulp@example\.org">Servicepunt<\/a>/);
    assert.doesNotMatch(html, /inloggen/);
  });

  it('says on which line an element stands, and which were left alone', async () => {
    const { elements, left } = await prerender(`<p>\n${closed}\n\n<kpi-tile></kpi-tile>`, {
      endpoint: `${site.origin}/api/v2`,
    });
    assert.deepEqual(elements, [{ tag: 'kpi-tile', line: 2, state: 'signed-out' }]);
    assert.deepEqual(left, [{ tag: 'kpi-tile', line: 4, isMisplaced: false }]);
  });

  it('leaves alone what a browser takes out of a table or makes no element of, however often it fills the page', async () => {
    const tile = '<kpi-tile endpoint="/api/v2" table="bevolking" region="GM0153"></kpi-tile>';
    const inTable = [
      `<table>${tile}<tr><td>1</td></tr></table>`,
      `<table><tbody><tr><td>1</td></tr><data-context endpoint="/api/v2">${tile}</data-context></tbody></table>`,
      `<table><tr><td><table><tr><td>1</td>${tile}</tr></table></td></tr></table>`,
      `<svg>${tile}</svg>`,
    ];
    for (const body of inTable) {
      const page = `<!doctype html><html><head></head><body>${body}</body></html>`;
      const { html, elements, left } = await prerender(page, { endpoint: `${site.origin}/api/v2` });
      assert.equal(html, page);
      assert.deepEqual(elements, []);
      assert.deepEqual(left.at(-1), { tag: 'kpi-tile', line: 1, isMisplaced: true });
    }
    for (const body of [
      `<table><caption>${tile}</caption><tr><td>1</td></tr></table>`,
      `<table><tr><td>1<td><p></p>${tile}</table>`,
      `<table><tr><td>1</td></tr></table>${tile}`,
      `<svg><foreignObject>${tile}</foreignObject></svg>`,
      `<table>${tile}<tr><td>${tile}</td></tr></table>`,
    ]) {
      const options = { endpoint: `${site.origin}/api/v2` };
      const first = await prerender(body, options);
      assert.equal(first.elements.length, 1, body);
      assert.equal((await prerender(first.html, options)).html.length, first.html.length);
    }
  });

  it('puts no token in the page, and no data that is not public', async () => {
    const token = await site.tokenFor('GM0153');
    const { html } = await site.fill(
      `${closed}<kpi-tile endpoint="/api/v2" table="bevolking" region="GM0153"></kpi-tile>`,
      { token },
    );
    const data = /<script type="application\/json" data-peil-embedded[^>]*>(.*?)<\/script>/s.exec(html)?.[1] ?? '';
    assert.match(data, /"path":"tables\/bevolking\/data/);
    assert.doesNotMatch(data, /besloten/);
    assert.ok(!html.includes(token));
  });

  it('asks no other endpoint than its own', async () => {
    const other = '<kpi-tile endpoint="https://elders.example.org/api/v2" table="bevolking"></kpi-tile>';
    const inside = `<data-context endpoint="https://elders.example.org/api/v2"><kpi-tile table="bevolking"></kpi-tile></data-context>`;
    const { html, elements } = await prerender(other + inside, { endpoint: `${site.origin}/api/v2` });
    assert.deepEqual(elements, []);
    assert.ok(html.includes(other));
  });

  it('leaves all else as it is, to the letter, and fills a page anew that was filled before', async () => {
    const page = `<!DOCTYPE html>\n<HTML lang=nl><title>A & B</title><body class='x'   >\n<!-- <kpi-tile> --><p>Een &amp; <b>twee
      <template><kpi-tile endpoint="/api/v2" table="bevolking"></kpi-tile></template>
      <kpi-tile   endpoint='/api/v2' TABLE=bevolking></kpi-tile></body></HTML>\n`;
    const first = await prerender(page, { endpoint: `${site.origin}/api/v2` });
    assert.equal(first.elements.length, 1);
    assert.equal(withoutFilling(first.html), page);
    const again = await prerender(first.html, { endpoint: `${site.origin}/api/v2` });
    assert.equal(withoutFilling(again.html), page);
    assert.equal(again.html.length, first.html.length);
  });

  it('takes of what only looks like an earlier filling no more than that, also where one stands in another', async () => {
    const within = '<div data-peil-embedded></div>';
    // As long as what would be taken with the inner one counted twice.
    const text = `<p title="${'x'.repeat(within.length - '<p title="'.length)}<img src=x onerror=alert(1)>">tekst</p>`;
    const page = `<body><div data-peil-embedded>${within}</div>${text}</body>`;
    const { html } = await prerender(page, { endpoint: `${site.origin}/api/v2` });
    assert.equal(html, `<body>${text}</body>`);
  });

  it('makes no markup of what page or table say', async () => {
    const hostile = '</style></template></script><script>alert(1)</script><img src=x onerror=alert(1)>';
    const attribute = hostile.replaceAll('<', '&lt;').replaceAll('"', '&quot;');
    const { html } = await site.fill(
      `<kpi-tile endpoint="/api/v2" table="bevolking" heading="${attribute}" region="${attribute}"></kpi-tile>`,
    );
    assert.equal(html.split('<script').length, 3);
    assert.doesNotMatch(html, /<img/);
  });

  it('marks what a picker has chosen, whatever is in its code', async () => {
    const code = `GM'&"<$&`;
    const index = ['GM0153', code];
    const dimension = { label: 'Gebied', category: { index } };
    const extension = { peilglas: { audience: 'public' } };
    const answer = {
      version: '2.0',
      class: 'dataset',
      id: ['G'],
      size: [2],
      role: { geo: ['G'] },
      dimension: { G: dimension },
      extension,
    };
    const { html } = await prerender(
      `<municipality-picker endpoint="/api/v2" table="t" value="${code.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></municipality-picker>`,
      { endpoint: 'https://cijfers.example.org/api/v2', fetch: async () => Response.json(answer) },
    );
    assert.match(html, /<option value="GM&#39;&amp;&quot;&lt;\$&amp;" selected>/);
  });

  it('fills an element anew that was not closed, and so holds what was put at the end of the page', async () => {
    const page =
      '<!doctype html><html><head></head><body><kpi-tile endpoint="/api/v2" table="bevolking" /></body></html>';
    const options = { endpoint: `${site.origin}/api/v2` };
    const first = await prerender(page, options);
    const again = await prerender(first.html, options);
    assert.deepEqual([again.elements.length, again.html.length], [1, first.html.length]);
    assert.equal(again.html.split('data-peil-prerendered').length, 2);
  });

  it('says in words that an endpoint is not there, with a link to try again', async () => {
    const { html, elements } = await prerender('<kpi-tile endpoint="/api/v2" table="bevolking" lang="en"></kpi-tile>', {
      // A port that browsers and Node refuse: nobody answers, now or ever.
      endpoint: 'http://127.0.0.1:9/api/v2',
    });
    assert.deepEqual(statesOf(elements), ['failed']);
    assert.match(html, /<a href="" part="retry">Try again<\/a>/);
  });
});

function statesOf(elements: Prerendered['elements']): readonly string[] {
  return elements.map(({ state }) => state);
}

function withoutFilling(html: string): string {
  return html
    .replaceAll(/ data-peil-prerendered="[^"]*"/g, '')
    .replaceAll(/<template shadowrootmode.*?<\/template>/gs, '')
    .replaceAll(/<script type="application\/(ld\+)?json" data-peil-embedded.*?<\/script>/gs, '')
    .replaceAll(/<(meta|link) [^>]* data-peil-embedded>/g, '');
}
