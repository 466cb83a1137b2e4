import type { LoadState, Observation } from '@peilglas/model';
import type { Question } from '../shared/cube-controller.js';
import { selectCells } from '../shared/select-cells.js';
import type { Codelists } from '@peilglas/client/codelist';
import { codelistOf, type PeerGroup } from './peer-groups.js';
import { selectPeers, type PeersWanted } from './select-peers.js';

/**
 * A question for all regions that are compared.
 * @param learn gets the groups as the table has them: an answer no longer knows which regions a province consists of
 */
export function peersQuestion(
  question: Question,
  wanted: PeersWanted,
  learn: (groups: readonly PeerGroup[]) => void,
): Question {
  // Choosing another municipality among those on screen is no new question.
  const asked = { ...wanted, regions: wanted.groups.length === 0 ? [] : wanted.regions };
  const { endpoint, table, lang, tokenProvider } = question;
  let known = wanted.groups;
  return {
    ...question,
    identity: JSON.stringify([endpoint, table, lang, asked]),
    ...(known.some(codelistOf) && {
      before: async (signal: AbortSignal) => {
        const { sharedCodelists } = await import('@peilglas/client/codelist');
        const codelists = sharedCodelists(endpoint, tokenProvider);
        known = (await Promise.all(wanted.groups.map((group) => expand(group, codelists, lang, signal)))).flat();
      },
    }),
    select: (metadata) => {
      const { groups, selection } = selectPeers(metadata, { ...wanted, groups: known }, (each) =>
        selectCells(metadata, each),
      );
      learn(groups);
      return selection;
    },
  };
}

/** The groups of a codelist in place of its name. */
async function expand(
  group: PeerGroup,
  codelists: Codelists,
  lang: string,
  signal: AbortSignal,
): Promise<readonly PeerGroup[]> {
  const id = codelistOf(group);
  if (!id) return [group];
  return (await codelists.read({ id, lang, signal })).map(({ label, codes }) => ({ name: label, codes }));
}

/** One figure is enough to compare; without any, whether they are secret. */
export function judgePeers(observations: readonly Observation[]): LoadState {
  if (observations.some(({ value }) => value !== null)) return 'ready';
  return observations.some(({ status }) => status === 'C') ? 'suppressed' : 'empty';
}
