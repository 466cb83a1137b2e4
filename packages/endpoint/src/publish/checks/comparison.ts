import { UnreadableVersionError } from '../../store/store-errors.js';
import type { Finding } from '../finding.js';
import { stagePrevious, type PreviousVersion } from '../previous-version.js';
import type { Data } from '../read-data.js';

interface Comparison {
  readonly isPossible: boolean;
  /** Why it is not, where somebody can do something about it. */
  readonly findings: readonly Finding[];
}

/**
 * Makes ready for a rule that compares with the version before. Where that cannot be read, it says so: the new version takes its
 * place, since otherwise none could, but nobody may take that for a comparison in which nothing was found.
 */
export async function comparison(rule: string, data: Data, previous: PreviousVersion): Promise<Comparison> {
  try {
    return { isPossible: await stagePrevious(data, previous), findings: [] };
  } catch (error) {
    if (!(error instanceof UnreadableVersionError)) throw error;
    const finding: Finding = {
      rule,
      severity: 'warning',
      location: { file: data.source.file },
      message: `Nothing is compared with the version before. ${error.message}`,
      remedy: 'When it is back, publish again; else look yourself at what is gone or changed: this refuses nothing',
    };
    return { isPossible: false, findings: [finding] };
  }
}
