/** Where a new element is named beside the others: the file, what stands there now, and what comes after it. */

/**
 * @param {{ tag: string, name: string, summary: string }} element
 * @returns {readonly { file: string, after: string, text: string }[]}
 */
export function placesOf({ tag, name, summary }) {
  const elements = 'packages/elements/src';
  const pad = (text, width) => text.padEnd(width);
  return [
    {
      file: `${elements}/all-define.ts`,
      after: "import './kpi-tile/kpi-tile-define.js';\n",
      text: `import './${tag}/${tag}-define.js';\n`,
    },
    {
      file: `${elements}/index.ts`,
      after: "export { KpiTile } from './kpi-tile/kpi-tile.js';\n",
      text: `export { ${name} } from './${tag}/${tag}.js';\n`,
    },
    {
      file: `${elements}/define-peilglas.ts`,
      after: "import { KpiTile } from './kpi-tile/kpi-tile.js';\n",
      text: `import { ${name} } from './${tag}/${tag}.js';\n`,
    },
    { file: `${elements}/define-peilglas.ts`, after: "  'kpi-tile': KpiTile,\n", text: `  '${tag}': ${name},\n` },
    { file: `${elements}/autoload/tags.ts`, after: "  'kpi-tile',\n", text: `  '${tag}',\n` },
    {
      file: 'packages/elements/package.json',
      after: `    "./kpi-tile/define": {
      "types": "./dist/kpi-tile/kpi-tile-define.d.ts",
      "default": "./dist/kpi-tile/kpi-tile-define.js"
    },
`,
      text: ['', '-define']
        .map(
          (suffix) => `    "./${tag}${suffix && '/define'}": {
      "types": "./dist/${tag}/${tag}${suffix}.d.ts",
      "default": "./dist/${tag}/${tag}${suffix}.js"
    },
`,
        )
        .join(''),
    },
    {
      file: 'test/elements/support/page.ts',
      after: "export type DataTag = 'kpi-tile'",
      text: ` | '${tag}'`,
    },
    {
      file: 'test/elements/support/page.ts',
      after: "export const dataTags: readonly DataTag[] = ['kpi-tile'",
      text: `, '${tag}'`,
    },
    { file: 'test/elements/support/states.ts', after: "  'kpi-tile': ofFigures,\n", text: `  '${tag}': ofFigures,\n` },
    { file: 'test/elements/loading.test.ts', after: "  'kpi-tile': 'Inwoners',\n", text: `  '${tag}': 'Inwoners',\n` },
    { file: 'test/elements/registration.test.ts', after: "  'kpi-tile',\n", text: `  '${tag}',\n` },
    { file: 'test/accessibility/support/elements.ts', after: "  'kpi-tile',\n", text: `  '${tag}',\n` },
    {
      file: 'test/accessibility/support/elements.ts',
      after: `  'kpi-tile': '<kpi-tile table="bevolking" indicator="inwoners" compare-with="GM0164 NL01"></kpi-tile>',\n`,
      text: `  '${tag}': '<${tag} table="bevolking" indicator="inwoners"></${tag}>',\n`,
    },
    {
      file: 'test/size-budget.json',
      after: '{\n',
      text: `  "${tag} adds": {
    "entries": ["${tag}.js"],
    "besides": ["data-context.js", "kpi-tile.js"],
    "bytes": 2000
  },
`,
    },
    {
      file: `${elements}/reserve.css`,
      after: '  min-block-size: var(--peil-yearbook-height, 100vb);\n}\n',
      text: `
:is(${tag}:not(:defined), [data-peil='${tag}']:not([data-peil-filled])) {
  display: block;
  min-block-size: max(10rem, 160px);
}
`,
    },
    { file: `${elements}/embed/peilglas-too-old.js`, after: "    'kpi-tile,", text: `${tag},` },
    {
      file: 'README.md',
      after:
        '| `<kpi-tile>`             | one figure with its change, period, source and status                                     |\n',
      text: `| ${pad(`\`<${tag}>\``, 24)} | ${pad(summary, 89)} |\n`,
    },
  ];
}
