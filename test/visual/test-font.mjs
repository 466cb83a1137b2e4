/** A typeface that comes with the tests, so that text takes the same room on every machine. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

const faces = [400, 600, 700].map((weight) => {
  const file = readFileSync(resolve(`@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff2`));
  const source = `url(data:font/woff2;base64,${file.toString('base64')})`;
  return `@font-face { font-family: 'Test Sans'; font-weight: ${weight}; src: ${source}; }`;
});

/** A style sheet: the typeface, with letters as far apart as it says, and nothing that moves or blinks. */
export const testFont = `${faces.join('\n')}
.story-page, .story-page * { font-family: 'Test Sans' !important; text-rendering: geometricPrecision !important; }
* { caret-color: transparent !important; transition: none !important; animation: none !important; }`;
