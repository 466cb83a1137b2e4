/** Arguments that stories of several elements share. */
import type { Args } from './element-view.js';
import { endpointThat } from './stand-in-endpoint.js';

export const figureArgs = { endpoint: endpointThat('figures'), region: 'GM0153' } satisfies Args;

/** The fourteen municipalities of Twente, the province and the country: all regions of the demo tables. */
export const allRegions =
  'GM0153 GM0141 GM0147 GM1774 GM0158 GM0163 GM0164 GM1735 GM0168 GM0173 GM1742 GM0183 GM1700 GM0189 PV23 NL01';

export const population = { table: 'bevolking', indicator: 'inwoners' } satisfies Args;
export const housePrices = { table: 'woningprijzen', indicator: 'verkoopprijs' } satisfies Args;
export const crime = { table: 'misdrijven', indicator: 'misdrijven' } satisfies Args;
export const youthCare = { table: 'jeugdzorg', indicator: 'jeugdhulp' } satisfies Args;
export const health = { table: 'gezondheid', indicator: 'ervaren-gezondheid' } satisfies Args;

/** The longest name that an indicator of the demo has. */
export const longName = { table: 'jeugdzorg', indicator: 'jeugdbescherming-met-verblijf' } satisfies Args;

/** Synthetic figures, for no demo table has confidential ones: all of them in a, some in b, none in c. */
export const secret = { table: 'synthetic', indicator: 'maatregel' } satisfies Args;

/** Synthetic figures: of 2018 the demo table has none. */
export const gap = { table: 'stadsverwarming', indicator: 'stadsverwarming' } satisfies Args;

/** A heading as an editor may write it. */
export const longHeading =
  'Jongeren onder de achttien jaar met een maatregel van jeugdbescherming of jeugdreclassering en verblijf in een instelling';

/** Categories alone: a dataset without region, period or indicator to choose from. */
export const nothingToChoose = {
  version: '2.0',
  class: 'dataset',
  label: 'Verzonnen cijfers',
  id: ['Soort'],
  size: [2],
  dimension: { Soort: { label: 'Soort', category: { index: ['a', 'b'] } } },
  value: [1, 2],
};
