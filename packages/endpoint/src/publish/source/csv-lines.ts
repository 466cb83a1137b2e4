import { closeSync, openSync, readSync } from 'node:fs';
import type { Separator } from './csv-header.js';

const [quote, lf, cr] = [0x22, 0x0a, 0x0d];

/**
 * On which line of a CSV file a record begins. The two differ after an empty line, which is no record, and after a text of
 * several lines. The file is read at the first question only: without a finding nobody asks.
 * @returns from records, the header as 1, to lines counted from 1
 */
export function linesOfRecords(path: string, separator: Separator): (record: number) => number {
  let steps: readonly Step[] | null = null;
  return (record) => {
    steps ??= stepsIn(path, separator.charCodeAt(0));
    return record + (steps.findLast((step) => step.record <= record)?.ahead ?? 0);
  };
}

/** From which record on lines are how far ahead of records. */
interface Step {
  readonly record: number;
  readonly ahead: number;
}

function stepsIn(path: string, separator: number): readonly Step[] {
  const steps: Step[] = [];
  let [line, begin, record, ahead] = [1, 1, 1, 0];
  let [isEmpty, quoted, closed, before] = [true, false, false, lf];
  for (const bytes of portionsOf(path)) {
    for (const byte of bytes) {
      // The first byte that is in a record.
      if (isEmpty && byte !== lf && byte !== cr) {
        isEmpty = false;
        if (begin - record !== ahead) steps.push({ record, ahead: (ahead = begin - record) });
      }
      const opens = byte === quote && !quoted && (closed || before === separator || before === lf);
      closed = byte === quote && quoted;
      if (byte === quote) quoted = opens;
      before = byte;
      if (byte !== lf) continue;
      line += 1;
      if (quoted) continue;
      if (!isEmpty) record += 1;
      [isEmpty, begin] = [true, line];
    }
  }
  return steps;
}

function* portionsOf(path: string): Iterable<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(1 << 20);
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) yield buffer.subarray(0, read);
  } finally {
    closeSync(file);
  }
}
