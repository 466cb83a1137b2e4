/** Elements that draw; in a file of their own, so that these run beside the others. */
import { drawings } from './support/check.ts';
import { examine } from './support/examine.ts';

examine(drawings);
