import { Command, CommanderError } from 'commander';
import { resolve } from 'node:path';
import { version } from '../version.js';
import { fillFiles, isFolderAt, leftPages, type FileSettings } from './fill-files.js';
import { keepFilled } from './keep-filled.js';
import { policyHeader, reportFiles, type Output } from './report.js';
import { UsageError } from './usage-error.js';

interface Options {
  readonly output: string;
  readonly endpoint: string;
  readonly page?: string;
  readonly signIn?: string;
  readonly fresh: string;
  readonly watch?: true;
}

/** All elements have what they should; some have no figures; the command cannot be carried out. */
const codes = { fine: 0, incomplete: 1, wrong: 2 } as const;

const help = `
A token for figures that are not public is read from PEILGLAS_TOKEN.

Ends with 0 when all elements have their figures, 1 when some have none (what there is was written), 2 when nothing could be
done. With --watch it goes on until it is stopped.`;

const output: Output = {
  say: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
};

/** Does what the command line says. Returns the exit code. */
export async function runCommand(args: readonly string[]): Promise<number> {
  let code: number = codes.fine;
  const program = new Command('peilglas-prerender')
    .description('Fills the elements of a page, or of all pages in a folder, with figures before any script')
    .version(version)
    .exitOverride()
    .argument('<in>', 'a page (in.html), or a folder with pages')
    .requiredOption('-o, --output <out>', 'where the filled page or folder goes')
    .requiredOption('-e, --endpoint <address>', 'the endpoint to ask, such as https://cijfers.example.org/api/v2')
    .option('-p, --page <address>', 'where the page or folder will stand')
    .option('-s, --sign-in <address>', 'page on which visitors sign in, for figures that are not public')
    .option('--fresh <seconds>', 'for how long browsers need not ask the figures again', '300')
    .option('-w, --watch', 'fill again when a file changes, and when the figures are no longer fresh')
    .addHelpText('after', help)
    .action(async (from: string, options: Options) => {
      const settings = settingsOf(from, options);
      code = options.watch ? await watchFiles(settings) : await fill(settings);
    });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    // Of its own mistakes and of questions for help, the library has told already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? codes.fine : codes.wrong;
    tell(error);
    return codes.wrong;
  }
}

/** @throws UsageError that names the option which is wrong */
function settingsOf(
  from: string,
  { output: to, endpoint, page, signIn, fresh, watch }: Options,
): FileSettings & { fresh: number } {
  const seconds = Number(fresh);
  if (!(seconds > 0 && seconds < 1e6))
    throw new UsageError(`--fresh ${fresh} is no number of seconds`, 'Give a number, such as 300');
  for (const [name, address] of Object.entries({ endpoint, page }))
    if (address !== undefined && !(/^https?:\/\/./.test(address) && URL.canParse(address)))
      throw new UsageError(`--${name} ${address} is no whole address`, 'Begin with https://');
  if (signIn !== undefined && !isPage(signIn, page ?? endpoint))
    throw new UsageError(`--sign-in ${signIn} is no address of a page`, 'Give its path, or an address with https://');
  if (watch && resolve(from) === resolve(to))
    throw new UsageError('Pages that are filled in their place cannot be watched', 'Give another --output');
  const token = process.env.PEILGLAS_TOKEN;
  return {
    ...{ from, to, endpoint, fresh: seconds },
    ...(page !== undefined && { page }),
    ...(signIn !== undefined && { signIn }),
    ...(token && { token }),
  };
}

function isPage(address: string, base: string): boolean {
  return URL.canParse(address, base) && /^https?:$/.test(new URL(address, base).protocol);
}

async function fill(settings: FileSettings): Promise<number> {
  const files = await fillFiles(settings);
  const isWhole = reportFiles(files, settings.endpoint, output);
  for (const page of await leftPages(settings))
    output.complain(`${page} is no longer in ${settings.from}\n  → Take it away: its figures stay as they are`);
  output.say(policyHeader(files, settings.endpoint));
  return isWhole ? codes.fine : codes.incomplete;
}

/** Ends well: whoever watches sees what is wrong, and stops it when it is enough. */
async function watchFiles(settings: FileSettings & { fresh: number }): Promise<number> {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
  const { from, to, fresh } = settings;
  let isFirst = true;
  await keepFilled({ from, isFolder: await isFolderAt(from, to), fresh, signal: stop.signal }, async () => {
    try {
      await fill(settings);
    } catch (error) {
      // What cannot be done at all is said at once; a site that is just being built is a site again a moment later.
      if (isFirst) throw error;
      tell(error);
    }
    isFirst = false;
  });
  return codes.fine;
}

function tell(error: unknown): void {
  output.complain(`peilglas-prerender: ${error instanceof Error ? error.message : 'failed'}`);
}
