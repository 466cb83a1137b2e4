import { ageBySex } from '../../elements/support/synthetic.ts';

/** Every tag with a page of its own, in the order of the table in README.md. */
export const tags = [
  'data-context',
  'kpi-tile',
  'trend-chart',
  'municipality-compare',
  'municipality-map',
  'share-chart',
  'population-pyramid',
  'data-table',
  'definition-panel',
  'municipality-picker',
  'period-picker',
  'indicator-picker',
  'session-status',
  'statistical-yearbook',
  'embed-code',
] as const;

export type Tag = (typeof tags)[number];

// The one demo table with ages by sex is not for everyone.
const pyramid = `<population-pyramid region="A" compare-with="B" period="2023">
  <script type="application/json">${JSON.stringify(ageBySex)}</script>
</population-pyramid>`;

const picker = '<municipality-picker table="bevolking"></municipality-picker>';

/** What stands on the page of each tag: the element with as much of it as can be shown. */
export const markup: Readonly<Record<Tag, string>> = {
  'data-context': `${picker}<kpi-tile table="bevolking" indicator="inwoners"></kpi-tile>`,
  'kpi-tile': '<kpi-tile table="bevolking" indicator="inwoners" compare-with="GM0164 NL01"></kpi-tile>',
  'trend-chart': `<trend-chart table="bevolking" indicator="inwoners" compare-with="GM0164 GM0141" target="170000:2030">
    <chart-note period="2020">Corona: minder verhuizingen naar en uit het buitenland.</chart-note>
  </trend-chart>
  <trend-chart table="bevolking-maand"></trend-chart>
  <trend-chart table="jeugdzorg" indicator="jeugdhulp" compare-with="NL01"></trend-chart>`,
  'municipality-compare': `<municipality-compare table="bevolking" indicator="inwoners"></municipality-compare>
  <municipality-compare table="bevolking" indicator="geboortecijfer" since="2013"></municipality-compare>`,
  'municipality-map': '<municipality-map table="bevolking" indicator="inwoners"></municipality-map>',
  'share-chart': '<share-chart table="leeftijd" parts="Leeftijd" compare-with="NL01"></share-chart>',
  'population-pyramid': pyramid,
  'data-table': '<data-table table="bevolking" compare-with="*" period="2012..2023" selectable></data-table>',
  'definition-panel': `<definition-panel table="bevolking" indicator="inwoners"></definition-panel>
  <definition-panel table="jeugdzorg" indicator="jeugdhulp"></definition-panel>`,
  'municipality-picker': picker,
  'period-picker': '<period-picker table="bevolking"></period-picker>',
  'indicator-picker': '<indicator-picker table="bevolking"></indicator-picker>',
  'session-status': '<session-status></session-status>',
  'statistical-yearbook': '<statistical-yearbook themes="jeugd"></statistical-yearbook>',
  'embed-code': '<embed-code><kpi-tile table="bevolking" indicator="inwoners"></kpi-tile></embed-code>',
};
