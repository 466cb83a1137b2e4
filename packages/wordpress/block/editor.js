/**
 * The block in WordPress' editor: lists of what the endpoint has, and the element itself as readers will see it. It runs as
 * it is, with the scripts of WordPress.
 */
(({ blockEditor, blocks, components, data, element, htmlEntities, i18n }, site) => {
  const { createElement: el, useEffect, useState } = element;
  const __ = (text) => i18n.__(text, 'peilglas');

  const kinds = [
    ['kpi-tile', __('One figure')],
    ['trend-chart', __('Chart through the years')],
    ['municipality-compare', __('Municipalities compared')],
    ['municipality-map', __('Map')],
    ['share-chart', __('Parts of a whole')],
    ['population-pyramid', __('Population pyramid')],
    ['data-table', __('Table')],
    ['definition-panel', __('What a figure means')],
  ].map(([value, label]) => ({ value, label }));

  /** What can show other areas beside its own. */
  const comparing = ['kpi-tile', 'trend-chart', 'share-chart', 'population-pyramid', 'data-table'];

  /** What can show a figure to be reached. */
  const aiming = ['kpi-tile', 'trend-chart'];

  /** What shows one code of each further dimension; other kinds show all that nobody chooses from. */
  const single = ['kpi-tile', 'trend-chart', 'municipality-compare', 'municipality-map'];

  /** Answers by address: all blocks of a text ask once. What failed is asked anew. */
  const answers = new Map();

  function ask(path, parameters) {
    const address = `${site.endpoint}/${path}?${new URLSearchParams(parameters)}`;
    if (!answers.has(address)) {
      const answer = fetch(address, { credentials: 'omit' }).then((response) => {
        if (!response.ok) throw new Error(`${response.status} ${address}`);
        return response.json();
      });
      answer.catch(() => answers.delete(address));
      answers.set(address, answer);
    }
    return answers.get(address);
  }

  /** Tables speak Dutch and English. */
  const lang = document.documentElement.lang.startsWith('en') ? 'en' : 'nl';

  async function listTables() {
    const tables = [];
    for (let page = 1, last = 1; page <= last; page++) {
      const answer = await ask('tables', { lang, pageNumber: page });
      tables.push(...answer.tables);
      last = answer.page.totalPages;
    }
    // The names of some that are not public are announced; here nobody is signed in.
    return tables.filter(({ category }) => category !== 'private').map(({ id, label }) => ({ value: id, label }));
  }

  /** Categories of a dimension, in their order. */
  function optionsOf({ category = {} } = {}) {
    const { index = {}, label = {} } = category;
    const codes = Array.isArray(index) ? index : Object.keys(index).sort((one, other) => index[one] - index[other]);
    return codes.map((value) => ({ value, label: label[value] ?? value }));
  }

  async function describe(table) {
    const metadata = await ask(`tables/${encodeURIComponent(table)}/metadata`, { lang });
    const { id = [], role = {}, dimension = {} } = metadata;
    const ofRole = (name) => optionsOf(dimension[id.find((each) => role[name]?.includes(each))]);
    const withRole = Object.values(role).flat();
    return {
      indicators: ofRole('metric'),
      regions: ofRole('geo'),
      periods: ofRole('time').reverse(),
      further: id
        .filter((each) => !withRole.includes(each))
        .map((each) => furtherOf(each, dimension[each]))
        .filter(({ total, options }) => options.length > (total ? 0 : 1)),
    };
  }

  /** A dimension that is no area, period or topic: what it may be narrowed to, and its total, which needs no choice. */
  function furtherOf(id, dimension) {
    const code = dimension.extension?.eliminationValueCode;
    const options = optionsOf(dimension);
    return {
      id,
      label: dimension.label ?? id,
      total: options.find(({ value }) => value === code) ?? null,
      // As a filter is written, some codes cannot be in it, and some dimensions cannot have one.
      options: options.filter(({ value }) => value !== code && !/\s/.test(value) && !/[\s:]/.test(id)),
    };
  }

  /** What a filter (`Leeftijd:0-14 Geslacht:m`) says about one dimension, and about the others. */
  function partsOf(filter, id) {
    const parts = filter.split(' ').filter(Boolean);
    const isOwn = (part) => part.startsWith(`${id}:`);
    return { code: parts.find(isOwn)?.slice(id.length + 1) ?? '', others: parts.filter((part) => !isOwn(part)) };
  }

  const narrowed = (filter, id, code) =>
    [...partsOf(filter, id).others, ...(code === '' ? [] : [`${id}:${code}`])].join(' ');

  /** What a question is answered with: `value` is null until then, and `failed` when there is no answer. */
  function useAnswer(question, key) {
    const [answer, setAnswer] = useState({ key: null, value: null, failed: false });
    const [attempt, setAttempt] = useState(0);
    useEffect(() => {
      let isWanted = true;
      const tell = (value, failed) => isWanted && setAnswer({ key, value, failed });
      question().then(
        (value) => tell(value, false),
        () => tell(null, true),
      );
      return () => {
        isWanted = false;
      };
    }, [key, attempt]);
    const isOld = answer.key !== key;
    return {
      value: isOld ? null : answer.value,
      failed: !isOld && answer.failed,
      retry: () => setAttempt(attempt + 1),
    };
  }

  /** The scripts of the elements, in the document that the block stands in: newer editors have it in a frame. */
  function loadElements(node) {
    const head = node?.ownerDocument.head;
    if (!head || head.querySelector('script[data-peilglas]')) return;
    const sheet = node.ownerDocument.createElement('link');
    Object.assign(sheet, { rel: 'stylesheet', href: `${site.folder}/reserve.css` });
    const script = node.ownerDocument.createElement('script');
    Object.assign(script, { type: 'module', src: `${site.folder}/peilglas.js` });
    script.dataset.peilglas = '';
    head.append(sheet, script);
  }

  function Preview({ chosen }) {
    const { element: tag, withoutSource, compareWith, target, ...texts } = chosen;
    const attributes = Object.entries(texts).filter(([, value]) => value !== '');
    if (target && aiming.includes(tag)) attributes.push(['target', target]);
    if (compareWith && comparing.includes(tag)) attributes.push(['compare-with', compareWith]);
    if (withoutSource) attributes.push(['without-source', '']);
    const figure = el(tag, { key: tag, endpoint: site.endpoint, ...Object.fromEntries(attributes) });
    // The language of the page, which is not always that of the editor, and which the frames of an editor do not name.
    return el(components.Disabled, null, el('div', { ref: loadElements, lang: site.lang }, figure));
  }

  function Message({ text, retry }) {
    const actions = retry ? [{ label: __('Try again'), onClick: retry, variant: 'secondary' }] : [];
    return el(components.Notice, { status: 'warning', isDismissible: false, actions }, text);
  }

  /** Chosen last: what a site shows is mostly of one municipality. */
  let usualRegion = '';

  /** @param first what stands for no choice; null where something is always chosen */
  function choice(label, value, options, first, onChange) {
    const none = first === null ? [] : [{ value: '', label: first }];
    const isGone = value !== '' && options.every((option) => option.value !== value);
    const gone = isGone ? [{ value, label: value }] : [];
    return el(components.SelectControl, {
      key: label,
      label,
      value,
      options: [...none, ...gone, ...options],
      onChange,
    });
  }

  /** Areas by their names, and by their codes too where two have one name; codes that the table does not have stay. */
  function areas(label, value, options, onChange) {
    const names = options.map((option) => option.label);
    const nameOf = (option) =>
      names.indexOf(option.label) === names.lastIndexOf(option.label)
        ? option.label
        : `${option.label} (${option.value})`;
    const codes = value === '' ? [] : value.split(' ');
    const named = new Map(options.map((option) => [option.value, nameOf(option)]));
    const known = new Map([
      ...codes.map((code) => [code, code]),
      ...options.map((option) => [nameOf(option), option.value]),
    ]);
    return el(components.FormTokenField, {
      key: label,
      label,
      value: codes.map((code) => named.get(code) ?? code),
      suggestions: options.map(nameOf),
      onChange: (chosen) =>
        onChange(
          chosen
            .map((name) => known.get(name))
            .filter(Boolean)
            .join(' '),
        ),
    });
  }

  const isUsual = ({ value }) => value === usualRegion;

  /** What authors write is kept with `&amp;` for `&`: the page shows that as it was meant, and so do the fields. */
  const decoded = (attributes) =>
    Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [
        name,
        typeof value === 'string' ? htmlEntities.decodeEntities(value) : value,
      ]),
    );

  function Edit({ attributes: kept, setAttributes }) {
    const attributes = decoded(kept);
    const { __unstableMarkNextChangeAsNotPersistent: joinNextChange } = data.useDispatch('core/block-editor');
    // What nobody chose is undone with the choice that it came from: alone it would leave a list that shows what is not there.
    const complete = (missing) => {
      joinNextChange?.();
      setAttributes(missing);
    };
    const { element: tag, table, indicator, region, compareWith, period, heading, withoutSource } = attributes;
    const { filter, target } = attributes;
    const tables = useAnswer(listTables, 'tables');
    const described = useAnswer(() => (table ? describe(table) : Promise.resolve(null)), table);
    const { indicators = [], regions = [], periods = [], further = [] } = described.value ?? {};
    const [narrowedTo, setNarrowed] = useState(null);
    const set = (name) => (value) => setAttributes({ [name]: value });
    // A kind that shows all of it needs no part that nobody chose.
    const chooseKind = (value) => {
      const isOurs = narrowedTo !== null && narrowedTo.after === filter && !single.includes(value);
      setAttributes({ element: value, ...(isOurs ? { filter: narrowedTo.before } : {}) });
    };
    const chooseRegion = (value) => {
      usualRegion = value;
      setAttributes({ region: value });
    };
    useEffect(() => {
      const [first] = regions;
      if (first && !region) complete({ region: (regions.find(isUsual) ?? first).value });
    }, [described.value]);
    const needsOne = ({ total }) => single.includes(tag) && !total;
    useEffect(() => {
      const open = further.filter((each) => needsOne(each) && partsOf(filter, each.id).code === '');
      const first = open.reduce((made, { id, options }) => narrowed(made, id, options[0].value), filter);
      if (first === filter) return;
      setNarrowed({ before: filter, after: first });
      complete({ filter: first });
    }, [described.value, tag]);
    // What is aimed at, and what it is called, is of one figure.
    const ofAnother = table === '' ? {} : { target: '', heading: '' };
    const chooseTopic = (value) => setAttributes({ indicator: value, ...ofAnother });
    // Topics, periods and further dimensions are of their table; a municipality stays the same one.
    const chooseTable = (value) => setAttributes({ table: value, indicator: '', period: '', filter: '', ...ofAnother });
    const tableChoice = choice(__('Table'), table, tables.value ?? [], __('Choose a table'), chooseTable);
    const failed = [tables, described].find((answer) => answer.failed);
    const message = failed && el(Message, { text: __('The figures cannot be reached now.'), retry: failed.retry });

    const controls = el(
      blockEditor.InspectorControls,
      null,
      el(
        components.PanelBody,
        { title: __('Figures') },
        message,
        choice(__('Kind'), tag, kinds, null, chooseKind),
        tableChoice,
        table && choice(__('Topic'), indicator, indicators, __('The first'), chooseTopic),
        regions.length > 0 && choice(__('Area'), region, regions, null, chooseRegion),
        regions.length > 0 &&
          comparing.includes(tag) &&
          areas(__('Compare with'), compareWith, regions, set('compareWith')),
        tag !== 'definition-panel' &&
          further.map((each) => {
            const first = needsOne(each) ? null : (each.total?.label ?? __('All of them'));
            const narrow = (code) => setAttributes({ filter: narrowed(filter, each.id, code) });
            return choice(each.label, partsOf(filter, each.id).code, each.options, first, narrow);
          }),
        table && choice(__('Period'), period, periods, __('The latest, or all'), set('period')),
        aiming.includes(tag) &&
          el(components.TextControl, {
            label: __('Target'),
            value: target,
            help: __('A figure, with a year if you like: 60:2030'),
            onChange: set('target'),
          }),
        el(components.TextControl, {
          label: __('Heading'),
          value: heading,
          help: __('Empty for the name that the figures have'),
          onChange: set('heading'),
        }),
        el(components.ToggleControl, {
          label: __('Leave out the source'),
          checked: withoutSource,
          onChange: set('withoutSource'),
        }),
      ),
    );
    // A text may name anything; only what the list has becomes an element.
    const isKind = kinds.some(({ value }) => value === tag);
    const body =
      table && isKind
        ? el(Preview, {
            chosen: {
              element: tag,
              table,
              indicator,
              region,
              compareWith,
              filter,
              period,
              target,
              heading,
              withoutSource,
            },
          })
        : el(
            components.Placeholder,
            {
              icon: 'chart-line',
              label: __('Municipal statistics'),
              instructions: __('A checked figure, chart, map or table, with its source and what it means.'),
            },
            message ?? tableChoice,
          );
    return el('div', blockEditor.useBlockProps(), controls, body);
  }

  function EditNowhere() {
    const text = __('This site does not say where figures come from: see PEILGLAS_FIGURES in the plugin’s README.');
    return el('div', blockEditor.useBlockProps(), el(Message, { text }));
  }

  blocks.registerBlockType('peilglas/figure', {
    title: __('Municipal statistics'),
    description: __('A checked figure, chart, map or table, with its source and what it means.'),
    edit: site ? Edit : EditNowhere,
    // The page is made of what was chosen, with the endpoint that the site has then.
    save: () => null,
  });
})(window.wp, window.peilglasSite);
