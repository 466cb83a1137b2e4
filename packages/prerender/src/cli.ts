import { Command } from 'commander';
import { fillFiles, type FileSettings, type FilledFile } from './fill-files.js';
import { policyOf } from './policy.js';
import { version } from './version.js';

interface Options {
  readonly output: string;
  readonly endpoint: string;
  readonly page?: string;
  readonly fresh: string;
}

/** States in which a page has what its writer meant it to have. */
const fine = new Set(['ready', 'suppressed']);

const program = new Command('peilglas-prerender')
  .description('Fills the elements of a page, or of all pages in a folder, with figures before any script')
  .version(version)
  .argument('<in>', 'a page (in.html), or a folder with pages')
  .requiredOption('-o, --output <out>', 'where the filled page or folder goes')
  .requiredOption('-e, --endpoint <address>', 'the endpoint to ask, such as https://cijfers.example.org/api/v2')
  .option('-p, --page <address>', 'where the page or folder will stand')
  .option('--fresh <seconds>', 'for how long browsers need not ask the figures again', '300')
  .addHelpText('after', '\nA token for figures that are not public is read from PEILGLAS_TOKEN.')
  .action(async (from: string, options: Options) => {
    const token = process.env.PEILGLAS_TOKEN;
    const { output: to, endpoint, page, fresh } = options;
    const settings: FileSettings = {
      ...{ from, to, endpoint, fresh: Number(fresh) },
      ...(page !== undefined && { page }),
      ...(token && { token }),
    };
    if (!Number.isFinite(settings.fresh)) throw new Error('--fresh is a number of seconds');
    await fill(settings);
  });

async function fill(settings: FileSettings): Promise<void> {
  const files = await fillFiles(settings);
  for (const file of files) report(file);
  const policy = policyOf(
    files.flatMap(({ styleHashes }) => styleHashes),
    [new URL(settings.endpoint).origin],
  );
  process.stdout.write(`Content-Security-Policy: ${policy}\n`);
}

function report({ file, elements }: FilledFile): void {
  process.stdout.write(`${file}: ${elements.length} filled\n`);
  for (const { tag, state } of elements) {
    if (fine.has(state)) continue;
    process.stderr.write(`${file}: <${tag}> is ${state}\n`);
    process.exitCode = 1;
  }
}

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`peilglas-prerender: ${error instanceof Error ? error.message : 'failed'}\n`);
  process.exitCode = 1;
}
