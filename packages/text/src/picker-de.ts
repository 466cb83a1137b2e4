import type { PickerWords } from './picker-words.js';

export const pickerDe: PickerWords = {
  regions: {
    municipality: { label: 'Gemeinde', choose: 'Wählen Sie eine Gemeinde' },
    province: { label: 'Provinz', choose: 'Wählen Sie eine Provinz' },
    district: { label: 'Stadtteil', choose: 'Wählen Sie einen Stadtteil' },
    neighbourhood: { label: 'Viertel', choose: 'Wählen Sie ein Viertel' },
  },
  period: { label: 'Zeitraum', choose: 'Wählen Sie einen Zeitraum' },
  indicator: { label: 'Thema', choose: 'Wählen Sie ein Thema' },
  municipalities: 'Gemeinden',
  largerRegions: 'Größere Gebiete',
  smallerRegions: 'Stadtteile und Viertel',
  latest: 'Neueste Zahlen',
  nothing: 'Hier gibt es nichts zu wählen',
};
