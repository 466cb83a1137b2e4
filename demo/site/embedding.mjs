import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { fill } from './fill.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The same elements on three pages, each by another way onto a page. */
const tiles = [
  ['kpi-tile', { table: 'bevolking', indicator: 'inwoners' }],
  ['kpi-tile', { table: 'huishoudens', indicator: 'huishoudens' }],
  ['kpi-tile', { table: 'woningprijzen', indicator: 'verkoopprijs', 'compare-with': 'NL01' }],
  ['kpi-tile', { table: 'jeugdzorg', indicator: 'jeugdhulp', 'compare-with': 'NL01' }],
];
const charts = [
  ['trend-chart', { table: 'bevolking', indicator: 'inwoners', 'compare-with': 'GM0164 GM0141' }],
  ['trend-chart', { table: 'woningprijzen', indicator: 'verkoopprijs', 'compare-with': 'NL01' }],
  ['municipality-compare', { table: 'bevolking', indicator: 'geboortecijfer' }],
  ['municipality-map', { table: 'bevolking', indicator: 'dichtheid' }],
  ['municipality-compare', { table: 'huishoudens', indicator: 'gemiddelde-grootte', since: '2015' }],
  ['share-chart', { table: 'leeftijd', parts: 'Leeftijd', 'compare-with': 'NL01' }],
];
const wide = [
  ['definition-panel', { table: 'bevolking', indicator: 'inwoners' }],
  ['data-table', { table: 'bevolking', indicator: 'inwoners', 'compare-with': 'GM0164 GM0141' }],
];

/** Heights that a frame has before it has told its own, about as much as `reserve.css` keeps. */
const heights = { 'kpi-tile': 280, 'share-chart': 460, 'definition-panel': 400, 'data-table': 520 };

const routes = [
  {
    address: '/inbedden',
    name: 'Element',
    write: asTag,
    script: 'peilglas.js',
    lead: 'Met een eigen element, zoals kpi-tile.',
  },
  {
    address: '/inbedden/div',
    name: 'Div',
    write: asData,
    script: 'peilglas.js',
    lead: 'Met een div, voor een CMS dat onbekende elementen weghaalt.',
  },
  {
    address: '/inbedden/iframe',
    name: 'Iframe',
    write: asFrame,
    script: 'peilglas-frame.js',
    lead: 'Met een iframe, voor een CMS dat ook scripts weghaalt.',
  },
];

/**
 * @param {import('fastify').FastifyInstance} app
 * @param {object} options
 * @param {string} options.endpoint
 */
export async function addEmbedding(app, { endpoint }) {
  const template = await readFile(here('inbedden/index.html'), 'utf8');
  for (const { address, write, script, lead } of routes) {
    const all = (elements) =>
      elements.map(([tag, own]) => write(tag, { endpoint, region: 'GM0153', ...own })).join('\n');
    const page = fill(template, {
      lead,
      script: `<script type="module" src="/peilglas/${script}"></script>
    <script defer src="/peilglas/peilglas-too-old.js"></script>`,
      routes: routes.map((route) => link(route, address)).join(' '),
      tiles: all(tiles),
      charts: all(charts),
      wide: all(wide),
    });
    app.get(address, { config: { policy: { connect: [endpoint], frames: "'self'" } } }, (_request, reply) =>
      reply.type('text/html; charset=utf-8').send(page),
    );
  }
}

function link({ address, name }, current) {
  return `<a href="${address}/"${address === current ? ' aria-current="page"' : ''}>${name}</a>`;
}

function attributes(own, prefix = '') {
  return Object.entries(own)
    .map(([name, value]) => ` ${prefix}${name}="${value}"`)
    .join('');
}

function asTag(tag, own) {
  return `<${tag}${attributes(own)}></${tag}>`;
}

function asData(tag, own) {
  return `<div data-peil="${tag}"${attributes(own, 'data-')}></div>`;
}

function asFrame(tag, own) {
  const query = new URLSearchParams({ element: tag, lang: 'nl', scheme: 'auto', ...own });
  const address = `/peilglas/embed.html?${query}`.replaceAll('&', '&amp;');
  return `<iframe src="${address}" title="${tag} ${own.table}" width="100%" height="${heights[tag] ?? 610}"></iframe>`;
}
