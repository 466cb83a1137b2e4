import { readFileSync } from 'node:fs';

/** Of this package, as its pages say. */
export const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
};
