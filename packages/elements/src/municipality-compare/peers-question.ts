import type { LoadState, Observation } from '@peilglas/model';
import type { Question } from '../shared/cube-controller.js';
import { selectCells } from '../shared/select-cells.js';
import { expanding } from './expand-groups.js';
import { selectPeers, type PeersKnown, type PeersWanted } from './select-peers.js';

/**
 * A question for all regions that are compared.
 * @param learn gets the groups as the table has them: an answer no longer knows which regions a province consists of,
 * and what weighs their average
 */
export function peersQuestion(question: Question, wanted: PeersWanted, learn: (known: PeersKnown) => void): Question {
  // Choosing another municipality among those on screen is no new question.
  const asked = { ...wanted, regions: wanted.groups.length === 0 ? [] : wanted.regions };
  const { endpoint, table, lang } = question;
  let known = wanted.groups;
  return {
    ...question,
    identity: JSON.stringify([endpoint, table, lang, asked]),
    ...expanding(question, wanted.groups, (groups) => {
      known = groups;
    }),
    select: (metadata) => {
      const { selection, ...found } = selectPeers(metadata, { ...wanted, groups: known }, (each) =>
        selectCells(metadata, each),
      );
      learn(found);
      return selection;
    },
  };
}

/** One figure is enough to compare; without any, whether they are secret. */
export function judgePeers(observations: readonly Observation[]): LoadState {
  if (observations.some(({ value }) => value !== null)) return 'ready';
  return observations.some(({ status }) => status === 'C') ? 'suppressed' : 'empty';
}
