import { plain } from './cross.mjs';

const price = { '83625NED.GemiddeldeVerkoopprijs_1': 'verkoopprijs' };

const housePrices = {
  id: 'woningprijzen',
  source: 'woningprijzen',
  dimensions: {},
  indicators: Object.values(price),
  cells: plain(price),
  rows: 480,
};

// The source names the table that a figure came from where it should name the status. The definitions
// of 84799NED say that its benefit figures are provisional; the other tables say nothing of the kind.
const statusOfTable = {
  '70072ned': '',
  '84799NED': 'P',
  WBK2024: '',
  '84590NED': '',
  '84860NED': '',
  '85052NED': '',
  '85309NED': '',
};

const benefitTopics = {
  'uitkeringen.bijstand': 'bijstand',
  'uitkeringen.ao': 'arbeidsongeschiktheid',
  'uitkeringen.ww': 'ww',
  'uitkeringen.aow': 'aow',
};

const benefits = {
  id: 'uitkeringen',
  source: 'uitkeringen',
  dimensions: {},
  indicators: Object.values(benefitTopics),
  cells: plain(benefitTopics),
  status: ({ status }) => statusOfTable[status],
  rows: 180,
};

// Another definition of social assistance. It has its own table so that nobody draws the two as one line.
const fundTopics = { 'uitkeringen.bijstand_gf': 'bijstand-gemeentefonds', 'uitkeringen.wajong': 'wajong' };

const benefitsOfFund = {
  id: 'uitkeringen-gemeentefonds',
  source: 'uitkeringen',
  dimensions: {},
  indicators: Object.values(fundTopics),
  cells: plain(fundTopics),
  // Wajong of 2015 comes from an unrelated table.
  periods: (period) => period > '2015',
  status: ({ status }) => statusOfTable[status],
  rows: 120,
};

const incomeTopics = {
  'inkomen.GemiddeldBesteedbaarInkomen': 'besteedbaar-gemiddeld',
  'inkomen.MediaanBesteedbaarInkomen': 'besteedbaar-mediaan',
  'inkomen.GemiddeldGestandaardiseerdInkomen': 'gestandaardiseerd-gemiddeld',
  'inkomen.MediaanGestandaardiseerdInkomen': 'gestandaardiseerd-mediaan',
  'inkomen.ParticuliereHuishoudens': 'huishoudens',
};

// Municipalities have one year, province and country have the years before it: two full tables, not one with holes.
const income = {
  id: 'inkomen',
  source: 'inkomen',
  dimensions: {},
  indicators: Object.values(incomeTopics),
  cells: plain(incomeTopics),
  periods: (period) => period === '2024',
  rows: 75,
};

const incomeSeries = {
  ...income,
  id: 'inkomen-reeks',
  periods: (period) => period < '2024',
  status: ({ status }) => ({ '86004NED': '' })[status],
  rows: 130,
};

/** @type {import('./convert.mjs').TableSpec[]} */
export const money = [housePrices, benefits, benefitsOfFund, income, incomeSeries];
