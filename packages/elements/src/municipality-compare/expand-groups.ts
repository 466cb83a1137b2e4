import type { Codelists } from '@peilglas/client/codelist';
import type { Question } from '../shared/cube-controller.js';
import { tableLanguage } from '../shared/table-language.js';
import { codelistOf, type PeerGroup } from './peer-groups.js';

/**
 * What a question needs first when groups of it stand in a codelist of the endpoint; nothing otherwise.
 * @param learn gets the groups, those of each codelist in place of its name
 */
export function expanding(
  { endpoint, lang, tokenProvider }: Question,
  groups: readonly PeerGroup[],
  learn: (groups: readonly PeerGroup[]) => void,
): Pick<Question, 'before'> {
  if (!groups.some(codelistOf)) return {};
  return {
    before: async (signal) => {
      const { sharedCodelists } = await import('@peilglas/client/codelist');
      const codelists = sharedCodelists(endpoint, tokenProvider);
      learn((await Promise.all(groups.map((group) => expand(group, codelists, lang, signal)))).flat());
    },
  };
}

async function expand(
  group: PeerGroup,
  codelists: Codelists,
  lang: string,
  signal: AbortSignal,
): Promise<readonly PeerGroup[]> {
  const id = codelistOf(group);
  if (!id) return [group];
  return (await codelists.read({ id, lang: tableLanguage(lang), signal })).map(({ label, codes }) => ({
    name: label,
    codes,
  }));
}
