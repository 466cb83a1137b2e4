/** Who can sign in at the demo's identity provider: roles, not persons, and what each may see. */

/** CBS codes of the municipalities of Twente, 2023. */
const twente = [
  ...['GM0141', 'GM0147', 'GM1774', 'GM0153', 'GM0158', 'GM0163', 'GM0164'],
  ...['GM1735', 'GM0168', 'GM0173', 'GM1742', 'GM0183', 'GM1700', 'GM0189'],
];
/** Theme codes of the demo's tables. */
const allThemes = [
  ...['bevolking', 'energie', 'gezondheid', 'jeugd', 'sociaal-domein'],
  ...['veiligheid', 'werk-en-inkomen', 'wonen'],
];

/**
 * @typedef {object} Account
 * @property {string} id `sub` of its tokens
 * @property {string} name
 * @property {string} hint what it may see, as the login page says it
 * @property {readonly string[]} themes
 * @property {readonly string[]} municipalities
 * @property {number} [accessTokenSeconds] lifetime of its access tokens
 */

/** @type {readonly Account[]} */
export const accounts = [
  {
    id: 'beleid-enschede',
    name: 'Beleidsmedewerker Enschede (demo)',
    hint: 'Ziet het sociaal domein van Enschede.',
    themes: ['sociaal-domein'],
    municipalities: ['GM0153'],
  },
  {
    id: 'beleid-hengelo',
    name: 'Beleidsmedewerker Hengelo (demo)',
    hint: 'Ziet het sociaal domein van Hengelo.',
    themes: ['sociaal-domein'],
    municipalities: ['GM0164'],
  },
  {
    id: 'onderzoek-twente',
    name: 'Onderzoeker Twente (demo)',
    hint: 'Ziet alle thema’s van alle veertien gemeenten.',
    themes: allThemes,
    municipalities: twente,
  },
  {
    id: 'zonder-thema',
    name: 'Medewerker zonder thema’s (demo)',
    hint: 'Kan inloggen, maar ziet alleen openbare cijfers.',
    themes: [],
    municipalities: ['GM0153'],
  },
  {
    id: 'kort-ingelogd',
    name: 'Beleidsmedewerker met een korte sessie (demo)',
    hint: 'Als Enschede, met een toegangsbewijs dat na enkele seconden verloopt.',
    themes: ['sociaal-domein'],
    municipalities: ['GM0153'],
    accessTokenSeconds: 6,
  },
];

/** @returns {Account | undefined} */
export function findAccount(id) {
  return accounts.find((account) => account.id === id);
}
