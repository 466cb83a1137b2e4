import type { Cube, LoadState, Observation } from '@peilglas/model';
import type { Select } from '../chart/selection.js';
import type { Question } from '../shared/cube-controller.js';
import type { PeerGroup } from './peer-groups.js';
import { selectPeers, type PeersWanted } from './select-peers.js';

/**
 * A question for all regions that are compared.
 * @param learn gets the groups as the table has them: an answer no longer knows which regions a province consists of
 */
export function peersQuestion(
  question: Question,
  wanted: PeersWanted,
  selecting: (metadata: Cube) => Select,
  learn: (groups: readonly PeerGroup[]) => void,
): Question {
  // Choosing another municipality among those on screen is no new question.
  const asked = { ...wanted, regions: wanted.groups.length === 0 ? [] : wanted.regions };
  const { endpoint, table, lang } = question;
  return {
    ...question,
    identity: JSON.stringify([endpoint, table, lang, asked]),
    select: (metadata) => {
      const { groups, selection } = selectPeers(metadata, wanted, selecting(metadata));
      learn(groups);
      return selection;
    },
  };
}

/** One figure is enough to compare; without any, whether they are secret. */
export function judgePeers(observations: readonly Observation[]): LoadState {
  if (observations.some(({ value }) => value !== null)) return 'ready';
  return observations.some(({ status }) => status === 'C') ? 'suppressed' : 'empty';
}
