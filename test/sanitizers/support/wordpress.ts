/** The real `kses`, where PHP and WordPress are installed. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const places = ['/usr/share/wordpress', fileURLToPath(new URL('../../../.peilglas/wordpress', import.meta.url))];

/** Its folder, where it is there. */
export const wordpress = places.find((place) => existsSync(`${place}/wp-includes/kses.php`));

/** Why what needs WordPress is skipped; false where it is there. */
export const withoutWordpress: string | false =
  wordpress !== undefined && !spawnSync('php', ['--version']).error
    ? false
    : 'PHP or WordPress is missing: .ci/run gets both from Debian';

/** Runs a PHP script with the folder of WordPress and further arguments. @returns what it wrote, as JSON */
function runPhp(script: URL, input: unknown, ...rest: readonly string[]): unknown {
  const { stdout, stderr, status } = spawnSync(
    'php',
    ['-d', 'display_errors=stderr', fileURLToPath(script), wordpress ?? '', ...rest],
    { input: JSON.stringify(input), encoding: 'utf8' },
  );
  if (status !== 0 || stderr !== '') throw new Error(`PHP: ${stderr || stdout}`);
  return JSON.parse(stdout);
}

/** @param rules PHP code that changes what may stay; null for WordPress as it comes */
export function throughKses(html: readonly string[], rules: string | null): readonly string[] {
  return runPhp(new URL('kses.php', import.meta.url), { html, rules }) as readonly string[];
}

/** What WordPress makes of the plugin; see plugin.php. */
export interface Made {
  /** What is kept of each text. */
  readonly kept: readonly string[];
  readonly texts: readonly string[];
  readonly head: string;
  readonly definition: unknown;
  readonly scripts: readonly { readonly inline?: string; readonly file?: string }[];
}

/**
 * Runs a whole WordPress with the plugin.
 * @param texts what authors without any rights write
 * @param defines constants of `wp-config.php`
 */
export function withPlugin(
  texts: readonly string[],
  defines: Readonly<Record<string, string>>,
  locale = 'nl_NL',
): Made {
  const plugin = fileURLToPath(new URL('../../../packages/wordpress/peilglas.php', import.meta.url));
  return runPhp(new URL('plugin.php', import.meta.url), { texts, defines, locale }, plugin) as Made;
}
