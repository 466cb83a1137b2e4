import '@peilglas/elements/define';
import { EmbedCode, KpiTile } from '@peilglas/elements';
import { assert } from 'chai';
import { html } from 'lit';
import { violations } from './support/axe.ts';
import { darken, first, inside, mount, settled, text, until } from './support/page.ts';
import { onePoint, suppressed } from './support/synthetic.ts';
import { ageBySex } from './support/synthetic.ts';
import { TestEndpoint } from './support/test-endpoint.ts';

const base = 'https://cijfers.example.org/peilglas/1.0.0';

async function chosen(embed: EmbedCode, route: string): Promise<string> {
  const radio = [...(embed.shadowRoot?.querySelectorAll('input') ?? [])].find(({ value }) => value === route);
  radio?.click();
  await embed.updateComplete;
  return embed.shadowRoot?.querySelector('code')?.textContent ?? '';
}

const warnings = (embed: EmbedCode): readonly string[] =>
  [...(embed.shadowRoot?.querySelectorAll('.warnings li') ?? [])].map(({ textContent }) => textContent.trim());

/** What the browser makes of a snippet: the element that its last line is. */
async function read(snippet: string): Promise<Element> {
  const request = new XMLHttpRequest();
  request.open('GET', URL.createObjectURL(new Blob([snippet], { type: 'text/html' })));
  request.responseType = 'document';
  await new Promise((resolve) => {
    request.onload = resolve;
    request.send();
  });
  const found = request.responseXML?.body.lastElementChild;
  if (!found) throw new Error('No element');
  return found;
}

const attributesOf = (element: Element): Readonly<Record<string, string>> =>
  Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));

describe('<embed-code>', () => {
  const endpoint = new TestEndpoint();
  const address = (): string => new URL(endpoint.address, document.baseURI).href;

  /** A tile that takes most from its page, and the code for it elsewhere on that page. */
  async function show(width?: number): Promise<EmbedCode> {
    const page = mount(
      html`<data-context endpoint=${endpoint.address} region="GM0153 GM0164" filter="Geslacht:T">
          <kpi-tile
            id="tile"
            class="wide"
            data-visitor="7"
            table="bevolking"
            indicator="inwoners"
            without-sparkline
          ></kpi-tile>
        </data-context>
        <embed-code for="tile" base=${base}></embed-code>`,
      width,
    );
    const embed = first(EmbedCode, page);
    await settled(first(KpiTile, page));
    await embed.updateComplete;
    return embed;
  }

  it('has buttons as large as the text beside them', async () => {
    const embed = await show();
    embed.style.fontSize = '32px';
    assert.isAtLeast(inside(embed, 'input').offsetWidth, 28);
  });

  describe('routes', () => {
    it('a tag with the script, with all that it took from the page in attributes', async () => {
      const embed = await show();
      assert.equal(
        await chosen(embed, 'tag'),
        [
          `<link rel="stylesheet" href="${base}/reserve.css">`,
          `<script type="module" src="${base}/peilglas.js"></script>`,
          `<kpi-tile endpoint="${address()}" table="bevolking" indicator="inwoners" without-sparkline region="GM0153 GM0164" filter="Geslacht:T"></kpi-tile>`,
        ].join('\n'),
      );
    });

    it('a tag that takes from a page about several tables only what its own table has', async () => {
      const page = mount(
        html`<data-context
            endpoint=${endpoint.address}
            region="GM0153"
            filter="Geslacht:T Leeftijd:0-17 indicator:geboorten"
          >
            <kpi-tile id="one-of-many" table="bevolking"></kpi-tile>
          </data-context>
          <embed-code for="one-of-many" base=${base}></embed-code>`,
      );
      const [tile, embed] = [first(KpiTile, page), first(EmbedCode, page)];
      await settled(tile);
      await embed.updateComplete;
      const tag = await chosen(embed, 'tag');
      assert.include(tag, 'table="bevolking" region="GM0153" filter="Geslacht:T" indicator="geboorten">');
      const copy = first(KpiTile, mount(document.importNode(await read(tag), true)));
      await settled(copy);
      assert.equal(text(copy, '.figure'), text(tile, '.figure'));
    });

    it('a tag with its own filter within that of the page', async () => {
      const page = mount(
        html`<data-context region="A" filter="Geslacht:M indicator:x">
            <kpi-tile id="within" .data=${ageBySex} filter="Leeftijd:jong"></kpi-tile>
          </data-context>
          <embed-code for="within" base=${base}></embed-code>`,
      );
      await settled(first(KpiTile, page));
      assert.include(await chosen(first(EmbedCode, page), 'tag'), 'filter="Geslacht:M Leeftijd:jong"');
    });

    it('a script from where the page has it, also when its address ends with a version', async () => {
      const script = document.createElement('script');
      script.type = 'text/plain';
      script.src = 'https://static.example.org/cijfers/peilglas.js?ver=6.5';
      document.head.append(script);
      try {
        const embed = await show();
        embed.base = null;
        await embed.updateComplete;
        assert.include(await chosen(embed, 'tag'), 'src="https://static.example.org/cijfers/peilglas.js"');
      } finally {
        script.remove();
      }
    });

    it('a div with data attributes', async () => {
      const [script, div] = (await chosen(await show(), 'data')).split('\n');
      assert.equal(script, `<script type="module" src="${base}/peilglas.js"></script>`);
      assert.deepEqual(attributesOf(await read(div ?? '')), {
        'data-peil': 'kpi-tile',
        'data-endpoint': address(),
        'data-table': 'bevolking',
        'data-indicator': 'inwoners',
        'data-without-sparkline': '',
        'data-region': 'GM0153 GM0164',
        'data-filter': 'Geslacht:T',
      });
    });

    it('a frame with its address, name and height', async () => {
      const embed = await show();
      const { src = '', ...rest } = attributesOf(await read(await chosen(embed, 'frame')));
      const url = new URL(src);
      assert.equal(url.origin + url.pathname, `${base}/embed.html`);
      assert.deepEqual(Object.fromEntries(url.searchParams), {
        element: 'kpi-tile',
        endpoint: address(),
        table: 'bevolking',
        indicator: 'inwoners',
        'without-sparkline': '',
        region: 'GM0153 GM0164',
        filter: 'Geslacht:T',
        lang: 'nl',
      });
      const tile = first(KpiTile, embed.parentElement ?? document);
      assert.deepEqual(rest, {
        title: 'Inwoners',
        width: '100%',
        height: String(Math.ceil(tile.getBoundingClientRect().height)),
        loading: 'lazy',
      });
    });

    it('work: the tag on another page shows the same figure', async () => {
      const embed = await show();
      const tile = first(KpiTile, embed.parentElement ?? document);
      const shown = text(tile, '.figure');
      const copy = first(KpiTile, mount(document.importNode(await read(await chosen(embed, 'tag')), true)));
      await settled(copy);
      assert.equal(text(copy, '.figure'), shown);
    });
  });

  describe('what goes along', () => {
    it('follows attributes and context', async () => {
      const embed = await show();
      const context = embed.parentElement?.querySelector('data-context');
      const tile = first(KpiTile, embed.parentElement ?? document);
      context?.setAttribute('region', 'GM0183');
      tile.setAttribute('period', '2020');
      await until(() => embed.code.includes('region="GM0183"'), 'the old region');
      await until(() => text(embed, 'code').includes('period="2020"'), 'no period');
    });

    it('is the language where that is not Dutch', async () => {
      const page = mount(
        html`<div lang="en">
          <embed-code base=${base}><kpi-tile endpoint=${endpoint.address} table="bevolking"></kpi-tile></embed-code>
        </div>`,
      );
      const embed = first(EmbedCode, page);
      await until(() => embed.shadowRoot?.querySelector('code'), 'no code');
      assert.include(embed.code, ' lang="en"');
      assert.equal(text(embed, '[part=copy-button]'), 'Copy the code');
    });

    it('is the language of the element, whatever that of the code', async () => {
      const page = mount(
        html`<div lang="en"><kpi-tile id="english" endpoint=${endpoint.address} table="bevolking"></kpi-tile></div>
          <embed-code for="english" base=${base}></embed-code>`,
      );
      await settled(first(KpiTile, page));
      const embed = first(EmbedCode, page);
      await until(
        () => embed.code.includes(' lang="en"'),
        () => embed.code,
      );
      assert.equal(text(embed, '[part=copy-button]'), 'Code kopiëren');
    });

    it('is what was given as a property too', async () => {
      const page = mount(html`<kpi-tile id="set"></kpi-tile><embed-code for="set" base=${base}></embed-code>`);
      const [tile, embed] = [first(KpiTile, page), first(EmbedCode, page)];
      const given = { table: 'bevolking', region: 'GM0153', headingLevel: 2, withoutSparkline: true, data: onePoint };
      Object.assign(tile, { endpoint: endpoint.address, ...given });
      await until(
        () => text(embed, 'code').includes('GM0153'),
        () => embed.code,
      );
      const element = embed.code.split('\n').at(-1);
      assert.equal(
        element,
        `<kpi-tile endpoint="${address()}" table="bevolking" region="GM0153" heading-level="2" without-sparkline></kpi-tile>`,
      );
    });

    it('is what was set last, where a property was set after the attribute', async () => {
      const page = mount(
        html`<kpi-tile
            id="both"
            endpoint=${endpoint.address}
            table="bevolking"
            region="GM0153"
            heading-level="x"
            without-sparkline
          ></kpi-tile>
          <embed-code for="both" base=${base}></embed-code>`,
      );
      const [tile, embed] = [first(KpiTile, page), first(EmbedCode, page)];
      Object.assign(tile, { region: 'GM0164', withoutSparkline: false });
      await until(
        () => text(embed, 'code').includes('GM0164'),
        () => embed.code,
      );
      assert.equal(
        embed.code.split('\n').at(-1),
        `<kpi-tile endpoint="${address()}" table="bevolking" region="GM0164" heading-level="x"></kpi-tile>`,
      );
    });

    it('is the selection in the address of a document, and of boundaries only what others can ask', async () => {
      const selection =
        'valueCodes[RegioS]=GM0153&valueCodes[Code]=a&codelist[RegioS]=x&api_key=geheim&code=geheim&access_code=geheim';
      const page = mount(
        html`<municipality-map
            id="map"
            endpoint=${`https://cijfers.example.org/data?${selection}`}
            shapes="/kaart.geojson?access_token=geheim"
          ></municipality-map>
          <embed-code for="map" base=${base}></embed-code>`,
      );
      const embed = first(EmbedCode, page);
      await until(() => embed.code !== '', 'no code');
      const map = await read(await chosen(embed, 'tag'));
      const asked = new URL(map.getAttribute('endpoint') ?? '').searchParams;
      assert.deepEqual([...asked.keys()], ['valueCodes[RegioS]', 'valueCodes[Code]', 'codelist[RegioS]']);
      assert.equal(map.getAttribute('shapes'), new URL('/kaart.geojson', location.href).href);
      assert.include(warnings(embed).join(), 'alleen op uw eigen computer');
    });

    it('follows an element that moves to another context', async () => {
      const page = mount(
        html`<data-context endpoint=${endpoint.address} region="GM0153"
            ><kpi-tile id="moved" table="bevolking"></kpi-tile
          ></data-context>
          <data-context id="other" endpoint=${endpoint.address} region="GM0164"></data-context>
          <embed-code for="moved" base=${base}></embed-code>`,
      );
      const [tile, embed] = [first(KpiTile, page), first(EmbedCode, page)];
      await until(() => embed.code.includes('GM0153'), 'no code');
      page.querySelector('#other')?.append(tile);
      await until(
        () => embed.code.includes('GM0164'),
        () => embed.code,
      );
      await until(() => text(embed, 'code').includes('GM0164'), 'not shown');
    });

    it('never is a token, a name or what else shows who asks', async () => {
      const secretAddress = `https://jan:geheim@cijfers.example.org/api/v2?access_token=abc&apikey=k&x=1#id_token=z`;
      const context = html`<data-context
        endpoint=${secretAddress}
        client-id="client-7"
        .tokenProvider=${{ getToken: async () => 'abc' }}
      >
        <kpi-tile id="t" table="bevolking" token="abc" onclick="abc" data-name="jan" .data=${onePoint}></kpi-tile>
      </data-context>`;
      const page = mount(
        html`${context}<embed-code for="t" base="https://jan:geheim@cdn.example.org/p?key=abc"></embed-code>`,
      );
      const embed = first(EmbedCode, page);
      await until(() => embed.shadowRoot?.querySelector('code'), 'no code');
      for (const route of ['tag', 'data', 'frame']) {
        const code = await chosen(embed, route);
        assert.include(code, 'cijfers.example.org');
        assert.notMatch(code, /abc|geheim|jan|client-7|id_token|apikey/, route);
      }
    });

    it('stays a value, whatever it holds', async () => {
      const table = 't&a';
      const heading = `"><script>alert('&amp;')</script>`;
      const page = mount(
        html`<embed-code base=${base}><kpi-tile table=${table} heading=${heading}></kpi-tile></embed-code>`,
      );
      const embed = first(EmbedCode, page);
      await until(() => embed.shadowRoot?.querySelector('code'), 'no code');
      for (const route of ['tag', 'data'] as const) {
        const attributes = attributesOf(await read(await chosen(embed, route)));
        const prefix = route === 'tag' ? '' : 'data-';
        assert.equal(attributes[`${prefix}heading`], heading);
        assert.equal(attributes[`${prefix}table`], table);
      }
      const frame = attributesOf(await read(await chosen(embed, 'frame')));
      assert.equal(frame.title, heading);
      assert.equal(new URL(frame.src ?? '').searchParams.get('heading'), heading);
      assert.isNull(embed.shadowRoot?.querySelector('script'));
    });
  });

  describe('warnings', () => {
    it('say that figures are not public, and that an address works here only', async () => {
      const embed = await show();
      assert.deepEqual(warnings(embed), [
        'De cijfers staan op een adres dat alleen op uw eigen computer of netwerk werkt.',
      ]);
      const closed = await new TestEndpoint().fault('unauthorised');
      const tile = first(KpiTile, embed.parentElement ?? document);
      tile.endpoint = closed.address;
      await until(() => tile.loadState === 'signed-out', 'still there');
      await embed.updateComplete;
      assert.include(warnings(embed)[0] ?? '', 'Deze cijfers zijn niet openbaar');
    });

    it('say so where a publisher does not tell for whom figures are, and where the page holds them', async () => {
      const page = mount(html`<embed-code base=${base}><kpi-tile .data=${suppressed}></kpi-tile></embed-code>`);
      const embed = first(EmbedCode, page);
      await settled(first(KpiTile, page));
      await until(
        () => warnings(embed).length === 1,
        () => warnings(embed).join(),
      );
      assert.include(warnings(embed)[0] ?? '', 'Deze cijfers staan in de pagina zelf');
    });

    it('say that there is no address yet', async () => {
      const page = mount(html`<embed-code base=${base}><kpi-tile table="bevolking"></kpi-tile></embed-code>`);
      const embed = first(EmbedCode, page);
      await until(
        () => warnings(embed).length === 1,
        () => warnings(embed).join(),
      );
      assert.include(warnings(embed)[0] ?? '', 'als u het adres invult');
    });

    it('say that there is nothing to embed', async () => {
      const embed = first(EmbedCode, mount(html`<embed-code for="nowhere"></embed-code>`));
      await embed.updateComplete;
      assert.include(text(embed), 'Hier is niets om op een andere pagina te zetten');
      assert.equal(embed.code, '');
    });
  });

  describe('copying', () => {
    const clipboard = (writeText: (text: string) => Promise<void>): void => {
      Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    };

    afterEach(() => {
      Reflect.deleteProperty(navigator, 'clipboard');
    });

    it('puts the code on the clipboard and says so', async () => {
      const embed = await show();
      let copied = '';
      clipboard(async (given) => {
        copied = given;
      });
      inside(embed, '[part=copy-button]').click();
      await until(() => text(embed, '[aria-live]') !== '', 'nothing said');
      assert.equal(text(embed, '[aria-live]'), 'De code is gekopieerd');
      assert.equal(copied, embed.code);
      await chosen(embed, 'data');
      assert.equal(text(embed, '[aria-live]'), '');
    });

    it('selects the code where the clipboard is refused, and says so', async () => {
      const embed = await show();
      clipboard(() => Promise.reject(new DOMException('no', 'NotAllowedError')));
      inside(embed, '[part=copy-button]').click();
      await until(() => text(embed, '[aria-live]') !== '', 'nothing said');
      assert.include(text(embed, '[aria-live]'), 'De code is geselecteerd');
      assert.equal(getSelection()?.toString().trim(), embed.code);
      assert.equal(embed.shadowRoot?.activeElement?.localName, 'pre');
    });
  });

  describe('accessibility', () => {
    it('has nothing that axe-core objects to, in light and in dark, and fits 320 pixels', async () => {
      const embed = await show(288);
      assert.deepEqual(await violations(embed), []);
      assert.isAtMost(embed.scrollWidth, 288);
      darken();
      assert.deepEqual(await violations(embed), []);
    });

    it('chooses a route with native radio buttons in a group with a name', async () => {
      const embed = await show();
      assert.equal(text(embed, 'legend'), 'Hoe wilt u dit op uw pagina zetten?');
      const checked = embed.shadowRoot?.querySelector('input:checked');
      assert.equal(checked?.getAttribute('type'), 'radio');
      assert.lengthOf(embed.shadowRoot?.querySelectorAll('input[name=route]') ?? [], 3);
    });

    it('calls a route by its name, and says once for what it is', async () => {
      const embed = await show();
      const of = (name: string): string => text(embed, `#${inside(embed, 'input').getAttribute(name)}`);
      assert.equal(of('aria-labelledby'), 'Met een eigen element');
      assert.equal(of('aria-describedby'), 'De beste keuze als u zelf HTML op de pagina kunt zetten.');
    });
  });

  describe('lifecycle', () => {
    it('finds an element that comes later, and one that takes its place', async () => {
      const page = mount(
        html`<embed-code for="later" base=${base}></embed-code>
          <div></div>`,
      );
      const embed = first(EmbedCode, page);
      await embed.updateComplete;
      const place = page.querySelector('div');
      for (const table of ['bevolking', 'huishoudens']) {
        const tile = document.createElement('kpi-tile');
        Object.assign(tile, { id: 'later' });
        tile.setAttribute('table', table);
        place?.replaceChildren(tile);
        await until(() => embed.code.includes(`table="${table}"`), `never ${table}`);
      }
    });
  });
});
