import type { YearbookWords } from './yearbook-words.js';

export const yearbookEn: YearbookWords = {
  title: (region) => (region ? `${region} in figures` : 'Statistical yearbook'),
  figure: (label, region) => (region ? `${label} in ${region}` : label),
  contents: 'Contents',
  definitions: (theme) => `What do the figures about ${theme} mean?`,
  otherTheme: 'Other figures',
  print: 'Print or save as PDF',
  preparing: 'All figures are being loaded, then you can print',
  noTables: 'There are no figures here that you can see.',
  signInForMore: 'Some figures are not public. If you sign in, you may see more themes.',
  private: 'Not public',
  chooseRegion: 'Choose a municipality to see these figures.',
  otherRegion: (region, shown) =>
    `There are no figures about ${region} here.${shown ? ` You see those about ${shown}.` : ''}`,
  frozen: (date) => `This yearbook only has tables that have not changed after ${date}.`,
  changedSince: 'These tables have changed since then. Their figures of that time cannot be asked for here:',
  changed: (table, date) => `${table} (${date ? `changed on ${date}` : 'date unknown'})`,
  notADate: (text) => `“${text}” is not a date. That is why there are no figures here.`,
};
