import type { PickerWords } from './picker-words.js';

export const pickerEn: PickerWords = {
  regions: {
    municipality: { label: 'Municipality', choose: 'Choose a municipality' },
    province: { label: 'Province', choose: 'Choose a province' },
    district: { label: 'District', choose: 'Choose a district' },
    neighbourhood: { label: 'Neighbourhood', choose: 'Choose a neighbourhood' },
  },
  period: { label: 'Period', choose: 'Choose a period' },
  indicator: { label: 'Topic', choose: 'Choose a topic' },
  municipalities: 'Municipalities',
  largerRegions: 'Larger areas',
  smallerRegions: 'Districts and neighbourhoods',
  latest: 'Latest figures',
  nothing: 'There is nothing to choose here',
};
