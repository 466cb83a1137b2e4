#!/usr/bin/env node
// Apart from the built files, so that the command can be run whatever the compiler does with permissions.
import '../dist/cli.js';
