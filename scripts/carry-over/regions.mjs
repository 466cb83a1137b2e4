// The 14 municipalities of Twente by name, then the province, then the country: the order in every table.
const municipalities = [
  'GM0141', // Almelo
  'GM0147', // Borne
  'GM1774', // Dinkelland
  'GM0153', // Enschede
  'GM0158', // Haaksbergen
  'GM0163', // Hellendoorn
  'GM0164', // Hengelo
  'GM1735', // Hof van Twente
  'GM0168', // Losser
  'GM0173', // Oldenzaal
  'GM1742', // Rijssen-Holten
  'GM0183', // Tubbergen
  'GM1700', // Twenterand
  'GM0189', // Wierden
];

export const regions = [...municipalities, 'PV23', 'NL01'];

/** The source writes the country as `NL`; on the wire it has the CBS code `NL01`. */
export const toRegion = (code) => (code === 'NL' ? 'NL01' : code);
