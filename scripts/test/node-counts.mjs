/**
 * A node:test reporter that prints one line of JSON: how many tests passed, failed and were skipped, and what those that
 * failed say.
 * A file without any test passes in node:test's own eyes; here it counts as a failure.
 */
import { relative } from 'node:path';
import { inspect } from 'node:util';

export default async function* nodeCounts(events) {
  const counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite') continue;
    const isWholeFile = data.file !== undefined && [data.file, relative('', data.file)].includes(data.name);
    if (data.skip !== undefined || data.todo !== undefined) counts.skipped += 1;
    else if (type === 'test:pass' && !isWholeFile) counts.passed += 1;
    else {
      counts.failed += 1;
      const error = data.details?.error;
      counts.failures.push({
        test: data.name,
        file: relative('', data.file ?? ''),
        said: inspect(error?.cause ?? error),
      });
    }
  }
  yield JSON.stringify(counts);
}
