import { Command } from 'commander';
import { appVersion } from './app-version.js';
import { addDiffCommand } from './cli/diff.js';
import { addImportCommand } from './cli/import.js';
import { addPublishCommands } from './cli/publish.js';
import { addRetractCommand } from './cli/retract.js';
import { addSchemaCommand } from './cli/schema.js';
import { addServeCommand } from './cli/serve.js';
import { addVersionsCommand } from './cli/versions.js';
import { messageOf } from './cli/message-of.js';

const program = new Command('peilglas-endpoint')
  .description('Publishes statistical tables as checked, immutable versions and serves them over PxWebApi 2')
  .version(appVersion);

addPublishCommands(program);
addVersionsCommand(program);
addDiffCommand(program);
addRetractCommand(program);
addSchemaCommand(program);
addServeCommand(program);
addImportCommand(program);

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`peilglas-endpoint: ${messageOf(error)}\n`);
  process.exitCode = 1;
}
