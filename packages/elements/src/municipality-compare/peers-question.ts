import { isMunicipality, type LoadState, type Observation } from '@peilglas/model';
import type { Question } from '../shared/cube-controller.js';
import { selectCells } from '../shared/select-cells.js';
import { expanding } from './expand-groups.js';
import { selectPeers, type PeersKnown, type PeersWanted } from './select-peers.js';

/** What the last question found, and which one that was but for its region: whoever chooses one beside it asks no other. */
interface PeersFound extends PeersKnown {
  readonly around: string;
  readonly own: string;
}

export const noPeers: PeersFound = { groups: [], weight: null, around: '', own: '' };

/**
 * A question for all regions that are compared.
 * @param last what the question before this one found
 * @param learn gets the groups as the table has them: an answer no longer knows which regions a province consists of,
 * and what weighs their average
 */
export function peersQuestion(
  question: Question,
  wanted: PeersWanted,
  last: PeersFound,
  learn: (found: PeersFound) => void,
): Question {
  const { endpoint, table, lang } = question;
  const [own = ''] = wanted.regions;
  const around = JSON.stringify([endpoint, table, lang, { ...wanted, regions: [] }]);
  // Choosing another among those on screen is no new question. All municipalities are asked for, whichever is chosen.
  const isBeside = around === last.around && last.groups.some(({ codes }) => codes.includes(own));
  const region = wanted.groups.length > 0 ? own : isMunicipality(own) ? '' : isBeside ? last.own : own;
  let known = wanted.groups;
  return {
    ...question,
    identity: JSON.stringify([around, region]),
    ...expanding(question, wanted.groups, (groups) => {
      known = groups;
    }),
    select: (metadata) => {
      const { selection, ...found } = selectPeers(metadata, { ...wanted, groups: known }, (each) =>
        selectCells(metadata, each),
      );
      learn({ ...found, around, own });
      return selection;
    },
  };
}

/** One figure is enough to compare; without any, whether they are secret. */
export function judgePeers(observations: readonly Observation[]): LoadState {
  if (observations.some(({ value }) => value !== null)) return 'ready';
  return observations.some(({ status }) => status === 'C') ? 'suppressed' : 'empty';
}
