import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

function testsOf(suite) {
  return [...suite.tests, ...suite.suites.flatMap(testsOf)];
}

/** A page that fails outside its tests (a broken import, an uncaught error) or holds no test counts as one failure. */
function countSession({ testFile, testResults, errors }) {
  const tests = testResults ? testsOf(testResults) : [];
  const skipped = tests.filter((test) => test.skipped).length;
  const passed = tests.filter((test) => test.passed && !test.skipped).length;
  const pageFailed = errors.length > 0 || tests.length === 0;
  const file = relative('', testFile);
  const failures = [
    ...tests
      .filter((test) => !test.passed && !test.skipped)
      .map(({ name, error }) => ({ test: name, file, said: told(error) })),
    ...errors.map((error) => ({ test: 'the page', file, said: told(error) })),
  ];
  return { passed, failed: tests.length - passed - skipped + (pageFailed ? 1 : 0), skipped, failures };
}

function told({ message, expected, actual, stack } = {}) {
  const difference = expected === undefined ? [] : [`expected ${expected}`, `actual ${actual}`];
  return [message, ...difference, stack].filter(Boolean).join('\n');
}

/**
 * A reporter for @web/test-runner that writes as JSON how many tests passed, failed and were skipped, and what those that
 * failed say.
 * @param {string} file path to write to
 */
export function browserCounts(file) {
  return {
    onTestRunFinished({ sessions }) {
      const counts = sessions.map(countSession);
      const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
      const failures = counts.flatMap((count) => count.failures);
      writeFileSync(
        file,
        JSON.stringify({ passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped'), failures }),
      );
    },
  };
}
