/** Elements that draw nothing. */
import { drawings } from './support/check.ts';
import { tags } from './support/elements.ts';
import { examine } from './support/examine.ts';

examine(tags.filter((tag) => !drawings.includes(tag)));
