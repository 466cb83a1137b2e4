/**
 * `npm run versions`: turns the changesets into version numbers and changelogs, and gives the plugin for WordPress, which is no
 * package of npm, the version of the packages.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { tool } from '../tool.mjs';

execFileSync(process.execPath, [tool('@changesets/cli', 'changeset'), 'version'], { stdio: 'inherit' });
const { version } = JSON.parse(readFileSync('packages/elements/package.json', 'utf8'));
const plugin = 'packages/wordpress/peilglas.php';
writeFileSync(plugin, readFileSync(plugin, 'utf8').replace(/^( \* Version: ).*$/m, `$1${version}`));
