/** Has tests import the packages as they are written instead of as they were built, so that a change in a source is met. */
import { registerHooks } from 'node:module';

const root = new URL('../../', import.meta.url);

registerHooks({
  resolve(specifier, context, next) {
    const name = /^@peilglas\/(\w+)$/.exec(specifier)?.[1];
    if (name && name !== 'themes') return next(new URL(`packages/${name}/src/index.ts`, root).href, context);
    const isWithin = specifier.startsWith('.') && /\/packages\/\w+\/src\//.test(context.parentURL ?? '');
    return next(isWithin ? specifier.replace(/\.js$/, '.ts') : specifier, context);
  },
});
