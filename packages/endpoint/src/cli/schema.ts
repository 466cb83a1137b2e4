import { Argument, type Command } from 'commander';
import { readFile } from 'node:fs/promises';

/** `schema`: the JSON Schema of a manifest, for editors that complete and explain. */
export function addSchemaCommand(program: Command): void {
  program
    .command('schema')
    .description('Print the JSON Schema of a manifest, or of a codelist')
    .addArgument(new Argument('[kind]', 'what to describe').choices(['manifest', 'codelist']).default('manifest'))
    .action(async (kind: string) => {
      process.stdout.write(await readFile(new URL(`../../schema/${kind}.schema.json`, import.meta.url), 'utf8'));
    });
}
