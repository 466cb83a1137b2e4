/**
 * `npm run audit`: known vulnerabilities of what is installed, and of that what packages bring to others. Ends with 0 when there
 * are none, 1 when there are, and 2 when the registry did not say: a registry that cannot be asked is no clean bill.
 */
import { spawnSync } from 'node:child_process';

/** What one question to the registry came to: counts by severity, or why there are none. */
function ask(name, options) {
  const { stdout, error } = spawnSync('npm', ['audit', '--json', ...options], { encoding: 'utf8', shell: false });
  if (error) return { name, unknown: error.message };
  try {
    const { metadata, message, error: refused } = JSON.parse(stdout);
    const counts = metadata?.vulnerabilities;
    return counts ? { name, counts } : { name, unknown: message ?? refused?.summary ?? 'the answer has no counts' };
  } catch {
    return { name, unknown: 'the answer is no JSON' };
  }
}

const asked = [ask('what packages bring along', ['--omit=dev']), ask('everything that is installed', [])];
for (const { name, counts, unknown } of asked) {
  if (unknown) console.error(`? ${name}: not audited. ${unknown}`);
  else {
    const found = Object.entries(counts).filter(([severity, count]) => severity !== 'total' && count > 0);
    const told = found.map(([severity, count]) => `${count} ${severity}`).join(', ');
    console.log(`${told ? '✖' : '✔'} ${name}: ${told || 'nothing is known'}`);
  }
}
const isUnknown = asked.some(({ unknown }) => unknown);
if (isUnknown)
  console.error(
    'This says nothing about vulnerabilities: ask a registry that answers, as npm config registry names it.',
  );
process.exitCode = asked.some(({ counts }) => counts?.total > 0) ? 1 : isUnknown ? 2 : 0;
