/** Style of the report for people: light, dark and paper, from 320 pixels. */
export const reportStyle = `
:root { color-scheme: light dark; --ink: #1b1b1f; --paper: #ffffff; --soft: #f1f3f6; --line: #8a909c; --link: #0a4f9c;
  --good: #14602b; --mind: #7a4a00; --bad: #a31515; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eceef2; --paper: #14161a; --soft: #20242b; --line: #7d8594; --link: #8fc1ff;
    --good: #7fd99a; --mind: #f0b95c; --bad: #ff9c94; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 70rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.2; margin-block: 1.5em 0.5em; }
h1 { margin-block-start: 0; }
section { border-block-start: 1px solid var(--line); margin-block-start: 2rem; }
a { color: var(--link); }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.grid { overflow-x: auto; }
.grid :is(th, td) { min-inline-size: 8rem; }
table { border-collapse: collapse; inline-size: 100%; }
th, td { padding: 0.5rem; border: 1px solid var(--line); text-align: start; vertical-align: top; overflow-wrap: break-word; }
th { background: var(--soft); }
dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: 0.25rem 1rem; margin: 0; }
dt { font-weight: 600; }
dd { margin: 0; }
code { font-size: 0.9em; }
.outcome { font-weight: 600; }
.good { color: var(--good); }
.mind { color: var(--mind); }
.bad { color: var(--bad); }
@media (max-width: 30rem) {
  dl { grid-template-columns: 1fr; }
  dd { margin-block-end: 0.5rem; }
}
@media print {
  :root { --ink: #000; --paper: #fff; --soft: #fff; --line: #666; --link: #000; --good: #000; --mind: #000; --bad: #000; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  .grid { overflow: visible; }
  .grid :is(th, td) { min-inline-size: 0; }
  section { break-before: page; }
  tr, dl { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
}
`;
