import { writeFileSync } from 'node:fs';

function testsOf(suite) {
  return [...suite.tests, ...suite.suites.flatMap(testsOf)];
}

/** A page that fails outside its tests (a broken import, an uncaught error) or holds no test counts as one failure. */
function countSession({ testResults, errors }) {
  const tests = testResults ? testsOf(testResults) : [];
  const skipped = tests.filter((test) => test.skipped).length;
  const passed = tests.filter((test) => test.passed && !test.skipped).length;
  const pageFailed = errors.length > 0 || tests.length === 0;
  return { passed, failed: tests.length - passed - skipped + (pageFailed ? 1 : 0), skipped };
}

/**
 * A reporter for @web/test-runner that writes how many tests passed, failed and were skipped as JSON.
 * @param {string} file path to write to
 */
export function browserCounts(file) {
  return {
    onTestRunFinished({ sessions }) {
      const counts = { passed: 0, failed: 0, skipped: 0 };
      for (const session of sessions) {
        const count = countSession(session);
        for (const key of Object.keys(counts)) counts[key] += count[key];
      }
      writeFileSync(file, JSON.stringify(counts));
    },
  };
}
