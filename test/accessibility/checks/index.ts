import type { Check } from '../support/check.ts';
import { contrasts } from './contrast.ts';
import { keyboard } from './keyboard.ts';
import { names } from './names.ts';
import { pointer } from './pointer.ts';
import { roomForText } from './room-for-text.ts';
import { statuses } from './statuses.ts';
import { appearing } from './tooltip.ts';

/** Everything that is checked of each element, in the order of the tests. */
export const checks: readonly Check[] = [
  ...names,
  ...keyboard,
  ...pointer,
  ...appearing,
  ...contrasts,
  ...roomForText,
  ...statuses,
];
