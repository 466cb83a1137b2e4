/** Every tag. In the folder of scripts each has a file of its name, which defines it. */
export const tags: readonly string[] = [
  'data-context',
  'kpi-tile',
  'trend-chart',
  'data-table',
  'municipality-compare',
  'municipality-map',
  'share-chart',
  'population-pyramid',
  'definition-panel',
  'municipality-picker',
  'period-picker',
  'indicator-picker',
  'session-status',
  'statistical-yearbook',
  'embed-code',
];
