/**
 * A plugin for Stryker that tries one in so many mutations (PEILGLAS_ONE_IN) of a room that takes too long as a whole. Which ones is
 * drawn by their place and text, so that a second run draws the same.
 */
import { createHash } from 'node:crypto';

/**
 * @param {{file: string, mutatorName: string, replacement: string, location: {start: {line: number, column: number}}}} mutation
 *   with lines and columns from 0
 * @param {number} oneIn 1 for all
 */
function isDrawn({ file, mutatorName, replacement, location: { start } }, oneIn) {
  const text = JSON.stringify([file, mutatorName, replacement, start.line, start.column]);
  return createHash('sha256').update(text).digest().readUInt32BE() % oneIn === 0;
}

class Sample {
  async init() {}

  /** What is not drawn counts as what cannot be compiled: neither noticed nor survived. */
  async check(mutants) {
    const oneIn = Number(process.env.PEILGLAS_ONE_IN);
    return Object.fromEntries(
      mutants.map((mutant) => {
        const file = mutant.fileName.replace(/^.*\/(?=packages\/)/, '');
        const isTried = isDrawn({ ...mutant, file }, oneIn);
        return [mutant.id, isTried ? { status: 'passed' } : { status: 'compileError', reason: 'Not drawn' }];
      }),
    );
  }

  /** All at once: each is one look at its text. */
  async group(mutants) {
    return [mutants.map(({ id }) => id)];
  }
}

export const strykerPlugins = [{ kind: 'Checker', name: 'sample', injectableClass: Sample }];
