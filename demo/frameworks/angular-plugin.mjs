import {
  ConsoleLogger,
  createCompilerHost,
  formatDiagnostics,
  LogLevel,
  NodeJSFileSystem,
  performCompilation,
  readConfiguration,
} from '@angular/compiler-cli';
import { createEs2015LinkerPlugin } from '@angular/compiler-cli/linker/babel';
import { transformAsync } from '@babel/core';

/**
 * Vite plugin: an Angular app, compiled ahead of time, so that it needs no `eval`. Applications use `ng build`; this is what it
 * does, without a second bundler.
 *
 * @param {string} folder of the app, with its tsconfig.json
 */
export function angularPlugin(folder) {
  const emitted = new Map();
  const linker = createEs2015LinkerPlugin({
    fileSystem: new NodeJSFileSystem(),
    logger: new ConsoleLogger(LogLevel.warn),
    linkerJitMode: false,
    sourceMapping: false,
  });
  return {
    name: 'angular',
    enforce: 'pre',
    buildStart() {
      const { options, rootNames } = readConfiguration(`${folder}/tsconfig.json`);
      const host = createCompilerHost({ options });
      host.writeFile = (file, text) => emitted.set(file.replace(/\.js$/, '.ts'), text);
      const { diagnostics } = performCompilation({ rootNames, options, host });
      if (diagnostics.length > 0) this.error(formatDiagnostics(diagnostics));
    },
    load: (id) => emitted.get(id) ?? null,
    // Angular's own packages are half compiled.
    async transform(code, id) {
      if (!id.includes('/@angular/') || !code.includes('ɵɵngDeclare')) return null;
      const linked = await transformAsync(code, { filename: id, plugins: [linker], configFile: false, compact: false });
      return { code: linked.code, map: null };
    },
  };
}
