/**
 * Has tests, and programs that they start, import the packages as they are written instead of as they were built, so that a
 * change in a source is met.
 */
import { registerHooks } from 'node:module';

const root = new URL('../../', import.meta.url);
const hurried = new URL('hurried-fast-check.mjs', import.meta.url).href;
const built = /\/packages\/(\w+)\/dist\/(.+)\.js$/;

// For programs that tests start.
process.env.NODE_OPTIONS = `--import ${import.meta.url}`;

/** The source of a built module of ours, in this copy of the repository; undefined for all else. */
function sourceOf(url) {
  const [, name, path] = built.exec(url) ?? [];
  return name && name !== 'themes' ? new URL(`packages/${name}/src/${path}.ts`, root).href : undefined;
}

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'fast-check' && context.parentURL !== hurried) return { url: hurried, shortCircuit: true };
    // The copy has nothing that was built, so that what lies beside the asker is not looked for there.
    const near = URL.canParse(specifier, context.parentURL) ? new URL(specifier, context.parentURL).href : '';
    const isWithin = specifier.startsWith('.') && /\/packages\/\w+\/src\//.test(context.parentURL ?? '');
    if (isWithin) return next(specifier.replace(/\.js$/, '.ts'), context);
    const source = sourceOf(near) ?? (specifier.startsWith('@peilglas/') && sourceOf(next(specifier, context).url));
    return next(source || specifier, context);
  },
});
