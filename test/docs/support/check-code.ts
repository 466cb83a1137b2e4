/** Code in the docs: TypeScript by its types, JavaScript and what frameworks make of it by its form. */
import { fileURLToPath } from 'node:url';
import { compile } from 'svelte/compiler';
import ts from 'typescript';
import { compileScript, compileTemplate, parse } from 'vue/compiler-sfc';

const root = fileURLToPath(new URL('../../../', import.meta.url));

function textOf({ messageText }: ts.Diagnostic): string {
  return ts.flattenDiagnosticMessageText(messageText, ' ');
}

/** What is wrong with the types of each piece, in the order given. All are looked at together, which is far quicker. */
export function typeFaults(pieces: readonly string[]): readonly (readonly string[])[] {
  const config = ts.readConfigFile(`${root}test/tsconfig.json`, ts.sys.readFile.bind(ts.sys));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, `${root}test`);
  const files = new Map(pieces.map((code, index) => [`${root}test/docs/piece-${index}.ts`, `${code}\nexport {};\n`]));
  const host = ts.createCompilerHost({ ...options, types: [] });
  const readFile = host.readFile.bind(host);
  const fileExists = host.fileExists.bind(host);
  const getSourceFile = host.getSourceFile.bind(host);
  host.readFile = (file) => files.get(file) ?? readFile(file);
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.getSourceFile = (file, target, ...rest) => {
    const text = files.get(file);
    if (text === undefined) return getSourceFile(file, target, ...rest);
    // As host.getSourceFile makes them for packages of type module.
    return ts.createSourceFile(file, text, {
      languageVersion: ts.ScriptTarget.ES2023,
      impliedNodeFormat: ts.ModuleKind.ESNext,
    });
  };
  const program = ts.createProgram([...files.keys()], { ...options, types: [], noUnusedLocals: false }, host);
  return [...files.keys()].map((file) => {
    const source = program.getSourceFile(file);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(textOf);
  });
}

export function formFaults(code: string): readonly string[] {
  const compilerOptions = { jsx: ts.JsxEmit.Preserve, module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 };
  const { diagnostics = [] } = ts.transpileModule(code, {
    fileName: 'piece.tsx',
    reportDiagnostics: true,
    compilerOptions: { ...compilerOptions, allowJs: true },
  });
  return diagnostics.map(textOf);
}

export function svelteFaults(code: string): readonly string[] {
  try {
    return compile(code, {}).warnings.map(({ message }) => message);
  } catch (error) {
    return [String(error)];
  }
}

export function vueFaults(code: string): readonly string[] {
  const { descriptor, errors } = parse(code, { filename: 'piece.vue' });
  if (errors.length > 0) return errors.map(({ message }) => message);
  compileScript(descriptor, { id: 'piece' });
  const compilerOptions = { isCustomElement: (tag: string) => tag.includes('-') };
  const source = descriptor.template?.content ?? '';
  return compileTemplate({ source, filename: 'piece.vue', id: 'piece', compilerOptions }).errors.map(String);
}
