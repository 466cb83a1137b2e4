/**
 * A node:test reporter that prints one line of JSON: how many tests passed, failed and were skipped.
 * A file without any test passes in node:test's own eyes; here it counts as a failure.
 */
import { relative } from 'node:path';

export default async function* nodeCounts(events) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite') continue;
    const isWholeFile = data.file !== undefined && [data.file, relative('', data.file)].includes(data.name);
    if (data.skip !== undefined || data.todo !== undefined) counts.skipped += 1;
    else if (type === 'test:pass' && !isWholeFile) counts.passed += 1;
    else counts.failed += 1;
  }
  yield JSON.stringify(counts);
}
