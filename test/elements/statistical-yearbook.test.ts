import '@peilglas/elements/define';
import { DataElement, DefinitionPanel, MunicipalityPicker, StatisticalYearbook } from '@peilglas/elements';
import type { LoadState } from '@peilglas/model';
import { assert } from 'chai';
import { html } from 'lit';
import { violations } from './support/axe.ts';
import { choose } from './support/choose.ts';
import { customStates, darken, first, frames, inside, mount, plain, text, until } from './support/page.ts';
import { synthetic, years } from './support/synthetic.ts';
import { TestEndpoint } from './support/test-endpoint.ts';
import { TestSession } from './support/test-session.ts';

const dimensions = [320, 1100] as const;

async function reached(book: StatisticalYearbook, state: LoadState = 'ready'): Promise<StatisticalYearbook> {
  await until(
    () => book.loadState === state,
    () => `the yearbook is ${book.loadState}, not ${state}`,
  );
  await book.updateComplete;
  return book;
}

/** A book of two themes is enough, and quick. */
function open(endpoint: TestEndpoint, width = 1100, themes = 'wonen jeugd'): StatisticalYearbook {
  const page = mount(
    html`<statistical-yearbook endpoint=${endpoint.address} region="GM0153" themes=${themes}></statistical-yearbook>`,
    width,
  );
  return first(StatisticalYearbook, page);
}

const all = (book: StatisticalYearbook, selector: string): readonly HTMLElement[] => [
  ...(book.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];
const texts = (book: StatisticalYearbook, selector: string): readonly string[] =>
  all(book, selector).map(({ textContent }) => plain(textContent));
const figures = (book: StatisticalYearbook): readonly DataElement[] =>
  all(book, '.room > [table]').filter((element): element is DataElement => element instanceof DataElement);

/** Reads on to the last chapter, until all figures are there. */
async function readOn(book: StatisticalYearbook): Promise<void> {
  for (const chapter of all(book, '.chapter')) {
    chapter.scrollIntoView();
    await until(
      () => chapter.querySelector('.room > :not([table])') === null,
      () => `${figures(book).length} figures`,
    );
  }
  await Promise.all(figures(book).map(({ ready }) => ready));
  scrollTo(0, 0);
}

/** Longer than the client is willing to wait. */
const never = { 'Retry-After': '3600' };

/** Stands between the page and an endpoint until the function that it gives is called. */
function answerFor(
  { address }: Pick<TestEndpoint, 'address'>,
  answer: (url: URL, ask: () => Promise<Response>) => Promise<Response>,
): () => void {
  const real = window.fetch.bind(window);
  window.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href);
    const ask = (): Promise<Response> => real(input, init);
    return url.pathname.startsWith(address) ? answer(url, ask) : ask();
  };
  return () => {
    window.fetch = real;
  };
}

/** The list of tables without one of them. */
async function without(table: string, response: Response): Promise<Response> {
  const list = (await response.json()) as { tables: readonly { id: string }[] };
  return Response.json({ ...list, tables: list.tables.filter(({ id }) => id !== table) });
}

describe('<statistical-yearbook>', () => {
  const endpoint = new TestEndpoint();
  let book: StatisticalYearbook;

  describe('from the catalogue', () => {
    beforeEach(async () => {
      book = await reached(open(endpoint));
    });

    it('has the themes asked for, in the order asked, with their tables as chapters', () => {
      assert.deepEqual(texts(book, '.theme-heading'), ['Wonen', 'Jeugd']);
      assert.deepEqual(texts(book, '.chapter-heading'), ['Verkoopprijzen van woningen', 'Jeugdzorg']);
      assert.deepEqual(texts(book, '.contents a'), ['Wonen', 'Verkoopprijzen van woningen', 'Jeugd', 'Jeugdzorg']);
    });

    it('has every indicator as a figure about the region', async () => {
      await readOn(book);
      for (const figure of figures(book)) {
        assert.match(figure.textContent, / in Enschede$/);
        assert.equal(figure.localName, 'trend-chart');
      }
      assert.deepEqual(
        figures(book).map(({ loadState }) => loadState),
        figures(book).map(() => 'ready'),
      );
    });

    it('has headings one below the other', () => {
      const levels = ['.title', '.theme-heading', '.chapter-heading'].map((name) => inside(book, name).ariaLevel);
      assert.deepEqual(levels, ['2', '3', '4']);
      assert.equal(figures(book)[0]?.headingLevel ?? 5, 5);
    });

    it('changes title and figures when another municipality is chosen, without a context around it', async () => {
      await readOn(book);
      assert.equal(text(book, '.title'), 'Enschede in cijfers');
      // It comes when the top of the book is in sight again.
      await until(() => inside(book, '.picker').childElementCount > 0, 'no picker');
      const picker = first(MunicipalityPicker, inside(book, '.picker'));
      await picker.ready;
      await picker.updateComplete;
      choose(picker, 'GM0183');
      await book.updateComplete;
      assert.equal(text(book, '.title'), 'Tubbergen in cijfers');
      for (const { textContent } of figures(book)) assert.match(textContent, / in Tubbergen$/);
    });

    it('leaves the reader where they are when it is there again in another language', async () => {
      const button = document.createElement('button');
      const again = open(new TestEndpoint());
      const around = again.parentElement;
      if (!around) throw new Error('No place');
      around.append(button);
      try {
        await reached(again);
        history.replaceState(null, '', '#chapter-woningprijzen');
        around.lang = 'en';
        await until(() => text(again, '.title') === 'Enschede in figures', 'it stays Dutch');
        await until(() => again.shadowRoot?.activeElement?.id === 'chapter-woningprijzen', 'not followed once');
        button.focus();
        around.lang = 'nl';
        await until(() => text(again, '.title') === 'Enschede in cijfers', 'it stays English');
        await frames(4);
        assert.equal(document.activeElement, button);
      } finally {
        history.replaceState(null, '', location.pathname + location.search);
      }
    });

    it('asks for a choice where nothing in a table stands for all of it', async () => {
      const address = '/book-without-total/api/v2';
      const table = synthetic({
        regions: { GM0141: 'Almelo', GM0147: 'Borne', GM0153: 'Enschede' },
        periods: years(2019, 5),
        values: Array.from({ length: 15 }, (_, place) => place),
      }) as object;
      const restore = answerFor({ address }, async ({ pathname }) => {
        const listed = { id: 'a', label: 'Tabel', subjectCode: 't', paths: [[{ id: 't', label: 'Thema' }]] };
        if (pathname.endsWith('/tables')) return Response.json({ tables: [listed], page: { totalPages: 1 } });
        return Response.json(pathname.endsWith('/metadata') ? { ...table, value: undefined } : table);
      });
      try {
        const page = mount(html`<statistical-yearbook endpoint=${address}></statistical-yearbook>`, 1100);
        const without = await reached(first(StatisticalYearbook, page));
        await until(
          () => texts(without, '.figure .note').length > 0,
          () => text(without),
        );
        assert.deepEqual(texts(without, '.figure .note'), ['Kies een gemeente om deze cijfers te zien.']);
        without.region = 'GM0147';
        await until(() => figures(without)[0]?.loadState === 'ready', 'no figure');
        assert.deepEqual(texts(without, '.figure .note'), []);
      } finally {
        restore();
      }
    });

    it('goes to a chapter by its link, and says where the reader is', async () => {
      const link = all(book, '.contents a').at(-1);
      link?.click();
      await until(() => link?.getAttribute('aria-current') === 'location', 'never there');
      assert.equal(book.shadowRoot?.activeElement?.textContent.trim(), 'Jeugdzorg');
      assert.lengthOf(all(book, '[aria-current]'), 1);
      scrollTo(0, 0);
    });

    it('opens the definitions of a theme when they are asked for', async () => {
      assert.lengthOf(all(book, '.definitions definition-panel'), 0);
      inside(book, '.definitions summary').click();
      await until(() => all(book, '.definitions definition-panel').length === 1, 'no definition');
      const panel = first(DefinitionPanel, inside(book, '.definitions'));
      await panel.ready;
      await panel.updateComplete;
      assert.include(text(panel), 'Gemiddelde verkoopprijs');
    });

    it('has everything on the sheet when it is laid out as on paper', async () => {
      await book.preparePrint();
      assert.isTrue(book.print);
      assert.lengthOf(figures(book), 6);
      assert.lengthOf(all(book, '.definitions definition-panel'), 6);
      for (const details of all(book, 'details')) assert.isTrue(details.hasAttribute('open'));
    });

    it('has everything on the sheet as soon as a browser prints by itself, and only then', async () => {
      const isPaper = (): boolean => inside(book, '.book').matches('.paper');
      window.dispatchEvent(new Event('beforeprint'));
      assert.isTrue(isPaper());
      assert.lengthOf(all(book, '.definitions definition-panel'), 6);
      window.dispatchEvent(new Event('afterprint'));
      await book.updateComplete;
      assert.isFalse(isPaper());
    });

    it('keeps the news of its figures to itself', async () => {
      const heard: string[] = [];
      book.addEventListener('peil-state', ({ state }) => heard.push(state));
      for (const themes of ['jeugd', 'wonen jeugd']) {
        book.themes = themes;
        await book.updateComplete;
        await reached(book);
      }
      await readOn(book);
      assert.deepEqual(heard, ['loading', 'ready', 'loading', 'ready']);
    });

    it('has nothing that axe-core objects to, wide and narrow, in light and in dark', async () => {
      for (const width of dimensions) {
        book.style.inlineSize = `${width}px`;
        await until(() => figures(book).length > 0, 'no figures');
        await Promise.all(figures(book).map(({ ready }) => ready));
        assert.deepEqual(await violations(book), [], `${width}`);
        assert.isAtMost(book.scrollWidth, width);
        darken();
      }
    });

    it('keeps the ring of focus whole in its contents, which scroll where there is room beside the figures', async () => {
      const book = await reached(open(new TestEndpoint()));
      const link = all(book, '.contents a')[1];
      if (!link) throw new Error('No contents');
      link.focus();
      const { outlineOffset, outlineWidth, outlineStyle } = getComputedStyle(link);
      assert.notEqual(outlineStyle, 'none');
      const reach = parseFloat(outlineOffset) + parseFloat(outlineWidth);
      const [contents, box] = [inside(book, '.contents'), link.getBoundingClientRect()];
      assert.equal(getComputedStyle(contents).overflowX, 'auto');
      const { left, right } = contents.getBoundingClientRect();
      assert.isAtLeast(box.left - reach, left);
      assert.isAtMost(box.right + reach, right);
    });

    it('opens its contents with a button where it is narrow, and closes them behind the reader', async () => {
      book.style.inlineSize = '320px';
      const button = inside(book, '.contents-button');
      const isShown = (): boolean => inside(book, '#contents-list').checkVisibility();
      assert.isFalse(isShown());
      button.click();
      await book.updateComplete;
      assert.isTrue(isShown());
      assert.equal(button.ariaExpanded, 'true');
      all(book, '.contents a')[0]?.click();
      await book.updateComplete;
      assert.isFalse(isShown());
      scrollTo(0, 0);
    });
  });

  describe('what is far away', () => {
    it('is made when the reader comes near, and a table is asked once', async () => {
      const asked = new TestEndpoint();
      book = await reached(open(asked, 320));
      await until(
        () => figures(book).length === 1,
        () => `${figures(book).length} figures`,
      );
      assert.lengthOf(texts(book, '.figure-heading'), 5);
      const height = book.offsetHeight;
      await readOn(book);
      assert.equal(book.offsetHeight, height);
      const paths = (await asked.requests('data')).map(({ path }) => path);
      assert.lengthOf(new Set(paths), paths.length);
    });
  });

  describe('states', () => {
    it('waits, empty, failed with a way to try again, and signed out are told in words and by :state', async () => {
      const other = new TestEndpoint();
      await other.fault('refused');
      book = await reached(open(other), 'failed');
      assert.deepEqual(customStates(book), ['failed']);
      assert.include(text(book), 'De vraag om deze cijfers klopt niet');
      assert.equal(text(book, '.title'), 'Statistisch jaarboek');
      assert.lengthOf(all(book, '.bar'), 0, 'nothing is on its way');
      await other.fault('held');
      inside(book, '[part=retry]').click();
      await reached(book, 'loading');
      assert.equal(inside(book, '.book').ariaBusy, 'true');
      await other.fault('none');
      await reached(book);
      book.themes = 'onbekend';
      await reached(book, 'empty');
      assert.include(text(book), 'Hier zijn geen cijfers die u kunt bekijken');
      assert.equal(text(book, '.title'), 'Statistisch jaarboek', 'not a code');
      book = await reached(open(await new TestEndpoint().fault('unauthorised')), 'signed-out');
      assert.equal(text(book, '.message button'), 'Inloggen');
    });

    it('keeps its figures while it asks anew, and when there is no answer, and says so once', async () => {
      const other = new TestEndpoint();
      book = await reached(open(other));
      await readOn(book);
      const before = figures(book);
      const shown = before.map((figure) => text(figure, '[part=summary]'));
      await other.fault('closed');
      await book.refresh();
      await reached(book, 'stale');
      assert.deepEqual(customStates(book), ['stale']);
      assert.match(text(book, '.message'), /^Bijgewerkt op .*, vernieuwen lukt nu niet/);
      assert.lengthOf(all(book, '.message'), 1);
      assert.deepEqual(
        figures(book).map((figure) => text(figure, '[part=summary]')),
        shown,
      );
      await other.fault('none');
      inside(book, '[part=retry]').click();
      await reached(book);
      assert.lengthOf(all(book, '.message'), 0);
      assert.isTrue(figures(book).every((figure, place) => figure === before[place]));
    });

    it('asks the figures that it shows anew too, and the reader keeps the place', async () => {
      const other = new TestEndpoint();
      book = await reached(open(other));
      await readOn(book);
      const button = inside(figures(book)[0] ?? book, 'button');
      button.focus();
      const asked = await other.requests('data');
      await book.refresh();
      assert.isAbove((await other.requests('data')).length, asked.length);
      assert.equal(figures(book)[0]?.shadowRoot?.activeElement === button, true);
    });

    it('keeps a table that cannot be had anew, lets go of one that is no more, and asks the others anew', async () => {
      const other = new TestEndpoint();
      book = await reached(open(other, 1100, 'wonen jeugd veiligheid'));
      await readOn(book);
      const before = texts(book, '.chapter-heading');
      const [gone = '', lost = '', ...others] = new Set(
        figures(book).map((figure) => figure.getAttribute('table') ?? ''),
      );
      const away = answerFor(other, async ({ pathname }, ask) => {
        if (pathname.includes(`/tables/${lost}/`)) return new Response('{}', { status: 503, headers: never });
        const response = await ask();
        return pathname.endsWith('/tables') ? without(gone, response) : response;
      });
      const asked = await other.requests('data');
      await book.refresh();
      await reached(book, 'stale');
      assert.match(text(book, '.message'), /^Bijgewerkt op .*, vernieuwen lukt nu niet/);
      assert.deepEqual(texts(book, '.chapter-heading'), before.slice(1));
      const shown = new Set(figures(book).map((figure) => figure.getAttribute('table')));
      assert.deepEqual([...shown], [lost, ...others]);
      const anew = (await other.requests('data')).slice(asked.length).map(({ path }) => path);
      assert.sameMembers(
        [...new Set(anew)],
        others.map((table) => `/api/v2/tables/${table}/data`),
      );
      away();
      inside(book, '[part=retry]').click();
      await reached(book);
      await until(
        () => figures(book).every(({ loadState }) => loadState === 'ready'),
        () =>
          figures(book)
            .map(({ loadState }) => loadState)
            .join(),
      );
    });

    it('asks catalogue and figures anew when the network is back', async () => {
      const other = new TestEndpoint();
      book = await reached(open(other));
      await readOn(book);
      await other.fault('closed');
      await book.refresh();
      await reached(book, 'stale');
      await other.fault('none');
      const asked = await other.requests('data');
      window.dispatchEvent(new Event('online'));
      await reached(book);
      const tables = new Set(figures(book).map((figure) => figure.getAttribute('table') ?? ''));
      const anew = async (): Promise<number> =>
        new Set((await other.requests('data')).slice(asked.length).map(({ path }) => path)).size;
      await until(
        async () => (await anew()) >= tables.size,
        () => `not all ${tables.size} tables were asked anew`,
      );
      assert.equal(await anew(), tables.size);
    });

    it('is idle without an endpoint', async () => {
      book = first(StatisticalYearbook, mount(html`<statistical-yearbook></statistical-yearbook>`));
      await book.updateComplete;
      assert.equal(book.loadState, 'idle');
      assert.equal(text(book), '');
    });

    it('is in the language of where it stands', async () => {
      const page = mount(
        html`<div lang="en">
          <statistical-yearbook endpoint=${endpoint.address} region="GM0153" themes="wonen"></statistical-yearbook>
        </div>`,
      );
      book = await reached(first(StatisticalYearbook, page));
      assert.equal(text(book, '.title'), 'Enschede in figures');
      assert.deepEqual(texts(book, '.theme-heading'), ['Housing']);
    });
  });

  describe('visitors', () => {
    it('are told that signing in may show more, and then see it', async () => {
      const session = new TestSession();
      const page = mount(
        html`<data-context endpoint=${endpoint.address} region="GM0153" .tokenProvider=${session}>
          <statistical-yearbook themes="wonen sociaal-domein"></statistical-yearbook>
        </data-context>`,
        1100,
      );
      book = await reached(first(StatisticalYearbook, page));
      assert.deepEqual(texts(book, '.theme-heading'), ['Wonen']);
      assert.include(text(book, '.sign-in'), 'misschien meer thema’s');
      inside(book, '.sign-in button').click();
      assert.include(session.asked, 'sign-in');
      session.become('signed-in', { user: { name: 'X' }, token: await endpoint.token('GM0153') });
      await until(() => texts(book, '.theme-heading').length === 2, 'never more');
      assert.lengthOf(all(book, '.sign-in'), 0);
      assert.equal(text(book, '.private'), 'Niet openbaar');
      session.become('signed-out');
      await until(() => texts(book, '.theme-heading').length === 1, 'still there');
    });
  });

  describe('version', () => {
    it('has only tables that have not changed since, and names the others', async () => {
      book = open(endpoint);
      book.version = '2026-01-01';
      await reached(book);
      assert.deepEqual(texts(book, '.chapter-heading'), ['Verkoopprijzen van woningen']);
      assert.include(text(book, '.version'), 'na 1 januari 2026 niet meer zijn veranderd');
      assert.deepEqual(texts(book, '.version li'), ['Jeugdzorg (veranderd op 4 maart 2026)']);
    });

    it('that is no day shows no figures, and says so', async () => {
      book = open(endpoint);
      book.version = '2026-02-30';
      await reached(book, 'empty');
      assert.include(text(book), '“2026-02-30” is geen datum');
    });
  });

  describe('lifecycle', () => {
    it('opens at any address, also one that is no encoded text', async () => {
      const start = location.href;
      history.replaceState(null, '', '#%E0%A4%A');
      try {
        assert.equal((await reached(open(endpoint))).loadState, 'ready');
      } finally {
        history.replaceState(null, '', start);
      }
    });

    it('comes back as it was when it is moved', async () => {
      book = await reached(open(endpoint));
      await readOn(book);
      const place = book.parentElement;
      book.remove();
      place?.append(book);
      await book.updateComplete;
      assert.lengthOf(figures(book), 6);
      assert.equal(book.loadState, 'ready');
    });
  });
});
