/** The plugin for WordPress, with WordPress' own shortcodes and filters. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { visit } from '../e2e/support/browser.ts';
import { codeBlocks } from '../docs/support/code-blocks.ts';
import { startExampleOrg } from '../docs/support/example-org.ts';
import { elements } from '../docs/support/manifest.ts';
import { assertWritten } from '../docs/support/written.ts';
import { withoutWordpress, withPlugin } from './support/wordpress.ts';

const folder = new URL('../../packages/wordpress/', import.meta.url);
const readme = codeBlocks(await readFile(new URL('README.md', folder), 'utf8'));
const [defines, shortcode] = [readme[0]?.code ?? '', readme[1]?.code ?? ''];

/** What the README says to put in `wp-config.php`. */
const site = Object.fromEntries(
  [...defines.matchAll(/define\( '(\w+)', '(.*)' \);/g)].map(([, name = '', value = '']) => [name, value]),
);

/** Elements with figures; where visitors sign in and who is asked are of the site. */
const notInTexts = ['data-context', 'session-status', 'embed-code'];
const inTexts = elements.filter(({ tagName }) => !notInTexts.includes(tagName));

describe('the plugin for WordPress', { skip: withoutWordpress }, () => {
  it('shows a figure where an author who may use no HTML wrote the shortcode of the README', async (t) => {
    const org = await startExampleOrg(['bevolking']);
    t.after(() => org.stop());
    const { texts, head } = withPlugin([shortcode], site);
    org.pages.set('/', {
      html: `<!doctype html><html lang="nl"><title>x</title>${head}<main>${texts.join('')}</main>`,
    });
    const { page, messages } = await visit(org.browser, 'https://www.example.org/');
    await page.waitForSelector('main > kpi-tile:state(ready)');
    assert.deepEqual(messages, []);
  });

  it('writes the tag with the endpoint of the site and what the editor chose', () => {
    const { texts } = withPlugin(
      [
        '[peilglas table="bevolking" region=GM0153]',
        '[peilglas element="trend-chart" table="bevolking" compare-with="GM0164 GM0141" without-source]Tekst <b>x</b>[/peilglas]',
        '[peilglas element="data-table" table="bevolking" rows="period" columns="region"]',
      ],
      site,
    );
    const endpoint = 'endpoint="https://cijfers.example.org/api/v2"';
    assert.equal(texts[0]?.trim(), `<kpi-tile ${endpoint} table="bevolking" region="GM0153"></kpi-tile>`);
    const chart = `<trend-chart ${endpoint} compare-with="GM0164 GM0141" table="bevolking" without-source>`;
    assert.equal(texts[1]?.trim(), `${chart}Tekst <b>x</b></trend-chart>`);
    const table = `<data-table ${endpoint} rows="period" columns="region" table="bevolking">`;
    assert.equal(texts[2]?.trim(), `${table}</data-table>`);
  });

  it('shows of a block all that was chosen, also a target of 0, and nothing that was not', () => {
    const chosen = { element: 'trend-chart', table: 'bevolking', target: '0', heading: '', withoutSource: true };
    const { texts } = withPlugin([`<!-- wp:peilglas/figure ${JSON.stringify(chosen)} /-->`], site);
    assert.match(
      texts[0] ?? '',
      /<trend-chart endpoint="[^"]*" target="0" table="bevolking" without-source><\/trend-chart>/,
    );
  });

  it('takes from a text nobody else to ask, no script and no markup', () => {
    const { texts } = withPlugin(
      [
        '[peilglas table="bevolking" endpoint="https://elsewhere.example" issuer="https://elsewhere.example" onclick="x()"]',
        `[peilglas table='"><script>alert(1)</script>' heading="a&quot; onfocus=x"]`,
        '[peilglas table="x"]<script>alert(1)</script><img src=x onerror=alert(1)>[/peilglas]',
        '[peilglas element="script" table="x"]',
        '[peilglas element="data-context" issuer="https://elsewhere.example"]Tekst[/peilglas]',
      ],
      site,
    );
    const all = texts.join('\n');
    assert.doesNotMatch(all, /elsewhere|<script|onclick|onerror|issuer/);
    const attributes = [...all.matchAll(/<kpi-tile ([^>]*)>/g)].map(([, written = '']) => written);
    const endpoint = 'endpoint="https://cijfers.example.org/api/v2"';
    assert.equal(attributes.length, 3);
    for (const written of attributes) assert.match(written, new RegExp(`^${endpoint}( (table|heading)="[^"<>]*")*$`));
    assert.match(all, /Tekst/);
  });

  it('takes boundaries of a map from the endpoint and from the site, of nobody else', () => {
    const map = (shapes: string): string =>
      `[peilglas element="municipality-map" table="bevolking" shapes="${shapes}"]`;
    const kept = ['https://cijfers.example.org/api/v2/shapes/nederland-2023', '/wp-content/wijken.geojson'];
    const refused = ['https://elsewhere.example/x', '//elsewhere.example/x', '/\t/elsewhere.example/x'];
    const { texts } = withPlugin([...kept, ...refused].map(map), site);
    assert.deepEqual(
      texts.map((text) => / shapes="([^"]*)"/.exec(text)?.[1]),
      [...kept, ...refused.map(() => undefined)],
    );
  });

  it('leaves what stands between two shortcodes, of which the second has a text', () => {
    const first = '[peilglas table="bevolking" region="GM0153"]';
    const second = '[peilglas element="municipality-map" table="bevolking" shapes="/x/"]Tekst[/peilglas]';
    const { texts } = withPlugin(
      [
        `${first}\n\nTussen [1] beide.\n\n${second}\n\nNa.`,
        `<!-- wp:shortcode -->\n${first}\n<!-- /wp:shortcode -->\n<!-- wp:paragraph -->\n<p>Tussen [1] beide.</p>\n<!-- /wp:paragraph -->\n<!-- wp:shortcode -->\n${second}\n<!-- /wp:shortcode -->\n<!-- wp:paragraph -->\n<p>Na.</p>\n<!-- /wp:paragraph -->`,
      ],
      site,
    );
    const endpoint = 'endpoint="https://cijfers.example.org/api/v2"';
    for (const text of texts)
      assert.equal(
        text.replaceAll(/\n+/g, ''),
        `<kpi-tile ${endpoint} table="bevolking" region="GM0153"></kpi-tile><p>Tussen [1] beide.</p><municipality-map ${endpoint} shapes="/x/" table="bevolking">Tekst</municipality-map><p>Na.</p>`,
      );
  });

  it('keeps the rest of the page out of an element whose text has paragraphs or tags without an end', () => {
    const texts = ['\n\nEen.\n\n', 'Een.\n\nTwee.', '<div><b>Een.'].map(
      (text) => `[peilglas table="x"]${text}[/peilglas]\n\nNa.`,
    );
    for (const text of withPlugin(texts, site).texts) {
      const [, inside = '', after = ''] = /<kpi-tile [^>]*>([\s\S]*)<\/kpi-tile>([\s\S]*)/.exec(text) ?? [];
      for (const tag of ['p', 'div', 'b'])
        assert.equal(inside.split(`<${tag}>`).length, inside.split(`</${tag}>`).length, `${tag} in ${inside}`);
      assert.match(inside, /Een\./);
      assert.equal(after.trim(), '<p>Na.</p>');
    }
  });

  it('leaves the text, and loads nothing, where the site does not say where figures come from', () => {
    for (const defines of [
      {},
      { ...site, PEILGLAS_FIGURES: 'data:text/html,x' },
      { ...site, PEILGLAS_RELEASE: '../"><script>' },
    ]) {
      const { texts, head } = withPlugin(['[peilglas table="bevolking"]Tekst[/peilglas]'], defines);
      assert.deepEqual([texts[0]?.trim(), head], ['Tekst', '']);
    }
  });
});

it('the plugin has the version of the packages, which `npm run versions` gives it', async () => {
  const { version } = JSON.parse(await readFile(new URL('../elements/package.json', folder), 'utf8')) as {
    readonly version: string;
  };
  const header = await readFile(new URL('peilglas.php', folder), 'utf8');
  assert.equal(/^ \* Version: (.*)$/m.exec(header)?.[1], version);
});

it('the plugin knows the elements and attributes that there are', async () => {
  const rows = inTexts.map(({ tagName, attributes = [] }) => {
    const names = attributes.map(({ name }) => name).filter((name) => name !== 'endpoint');
    return `\t\t'${tagName}' => array( ${names.map((name) => `'${name}'`).join(', ')} ),`;
  });
  const written = `<?php
/**
 * Elements that a text may name, each with its attributes. Written by a test from custom-elements.json.
 *
 * @package Peilglas
 */

/**
 * Attributes by tag.
 *
 * @return array<string, string[]>
 */
function peilglas_elements() {
	return array(
${rows.join('\n')}
	);
}
`;
  await assertWritten(new URL('includes/elements.php', folder), written);
});
