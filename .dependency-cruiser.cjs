/** The floors of the house: a package may import only the packages named here, each by its public entry. */
const mayImport = {
  model: [],
  text: ['model'],
  client: ['model'],
  auth: ['model', 'client'],
  charts: ['model', 'text'],
  elements: ['model', 'text', 'client', 'auth', 'charts'],
  themes: [],
  endpoint: ['model', 'prerender'],
  prerender: ['model', 'text', 'client', 'charts', 'elements'],
};

/** A library with one owner: nobody else may import it. */
const owned = [
  { name: 'echarts-only-in-charts', library: '(echarts|zrender)', owners: ['charts'] },
  { name: 'oidc-only-in-auth', library: 'oidc-client-ts', owners: ['auth'] },
  {
    name: 'lit-only-in-elements',
    library: '(lit|lit-html|lit-element|@lit/[^/]+|@lit-labs/[^/]+)',
    owners: ['elements', 'prerender'],
  },
  {
    name: 'server-libraries-only-in-endpoint',
    library: '(fastify|@fastify/[^/]+|@duckdb/[^/]+|pg|pg-cursor|jose|highs)',
    owners: ['endpoint'],
  },
];

const floors = Object.entries(mayImport).map(([name, floorsAbove]) => ({
  name: `floor-${name}`,
  comment: `packages/${name} may import ${floorsAbove.join(', ') || 'no other package'}.`,
  severity: 'error',
  from: { path: `^packages/${name}/` },
  to: { path: '^packages/', pathNot: `^packages/(${[name, ...floorsAbove].join('|')})/` },
}));

const owners = owned.map(({ name, library, owners }) => ({
  name,
  severity: 'error',
  from: { path: '^packages/', pathNot: `^packages/(${owners.join('|')})/` },
  to: { path: `(^|/)node_modules/${library}(/|$)` },
}));

module.exports = {
  forbidden: [
    ...floors,
    ...owners,
    {
      name: 'public-entry-only',
      comment: 'Another package is reached by its public entry (@peilglas/…), never by its src.',
      severity: 'error',
      from: { path: '^packages/([^/]+)/' },
      to: { path: '^packages/[^/]+/src/', pathNot: '^packages/$1/' },
    },
    {
      name: 'node-only-on-servers',
      comment: 'What runs in a browser imports nothing of Node.',
      severity: 'error',
      from: { path: '^packages/', pathNot: '^packages/(endpoint|prerender)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing imports and that imports nothing.',
      severity: 'error',
      // A page links the script for browsers that are too old by itself.
      from: { orphan: true, pathNot: '\\.d\\.ts$|peilglas-too-old\\.js$' },
      to: {},
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'declared-dependency',
      comment: 'A library is declared by the package that imports it.',
      severity: 'error',
      from: { path: '^packages/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'] },
    },
  ],
  options: {
    doNotFollow: { path: '(node_modules|/dist/)' },
    exclude: { path: '\\.tsbuildinfo$' },
    // Imports of types count too: a floor that knows another's types stands on it.
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
