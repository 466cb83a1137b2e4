import type { PickerWords } from './picker-words.js';

export const pickerFy: PickerWords = {
  regions: {
    municipality: { label: 'Gemeente', choose: 'Kies in gemeente' },
    province: { label: 'Provinsje', choose: 'Kies in provinsje' },
    district: { label: 'Wyk', choose: 'Kies in wyk' },
    neighbourhood: { label: 'Buert', choose: 'Kies in buert' },
  },
  period: { label: 'Perioade', choose: 'Kies in perioade' },
  indicator: { label: 'Ûnderwerp', choose: 'Kies in ûnderwerp' },
  municipalities: 'Gemeenten',
  largerRegions: 'Gruttere gebieten',
  smallerRegions: 'Wiken en buerten',
  latest: 'Lêste sifers',
  nothing: 'Hjir falt neat te kiezen',
};
