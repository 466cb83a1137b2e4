import type { PickerWords } from './picker-words.js';

export const pickerNl: PickerWords = {
  regions: {
    municipality: { label: 'Gemeente', choose: 'Kies een gemeente' },
    province: { label: 'Provincie', choose: 'Kies een provincie' },
    district: { label: 'Wijk', choose: 'Kies een wijk' },
    neighbourhood: { label: 'Buurt', choose: 'Kies een buurt' },
  },
  period: { label: 'Periode', choose: 'Kies een periode' },
  indicator: { label: 'Onderwerp', choose: 'Kies een onderwerp' },
  municipalities: 'Gemeenten',
  largerRegions: 'Grotere gebieden',
  smallerRegions: 'Wijken en buurten',
  latest: 'Laatste cijfers',
  nothing: 'Hier valt niets te kiezen',
};
