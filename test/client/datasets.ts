/** Datasets for the tests, small but with everything the contract names. */

/** JSON-stat 2.0 as the endpoint serves it, with 24 cells. A fresh copy on each call. */
export function population() {
  return {
    version: '2.0',
    class: 'dataset',
    label: 'Bevolking',
    source: 'CBS',
    updated: '2025-01-12T00:00:00Z',
    note: ['Stand op 1 januari.', 'Cijfers zijn afgerond.'],
    role: { geo: ['RegioS'], time: ['Perioden'], metric: ['Onderwerp'] },
    id: ['RegioS', 'Perioden', 'Onderwerp'],
    size: [4, 3, 2],
    dimension: {
      RegioS: {
        label: "Regio's",
        category: {
          index: { NL01: 0, PV23: 1, GM0153: 2, GM0164: 3 },
          label: { NL01: 'Nederland', PV23: 'Overijssel', GM0153: 'Enschede', GM0164: 'Hengelo' },
          child: { NL01: ['PV23'], PV23: ['GM0153', 'GM0164'] },
        },
        extension: { elimination: true, eliminationValueCode: 'NL01' },
      },
      Perioden: { label: 'Perioden', category: { index: ['2021', '2022', '2023'] } },
      Onderwerp: {
        label: 'Onderwerp',
        category: {
          index: ['inwoners', 'aandeel'],
          label: { inwoners: 'Inwoners', aandeel: 'Aandeel' },
          unit: { inwoners: { base: 'inwoners', decimals: 0 }, aandeel: { base: '%', decimals: 1 } },
          note: { inwoners: ['Wie is ingeschreven.'] },
        },
        extension: {
          refperiod: { inwoners: '1 januari' },
          measuringType: { inwoners: 'Stock' },
          adjustment: { inwoners: 'None', aandeel: 'SesOnly' },
          basePeriod: { aandeel: '2015' },
        },
      },
    },
    value: Array.from({ length: 24 }, (_, cell) => (cell === 5 ? null : cell * 1.5)),
    status: { 4: 'P', 5: 'C' },
    extension: {
      noteMandatory: { 1: true },
      px: { language: 'nl', 'official-statistics': true, 'next-update': '2026-02-01' },
      contact: [{ name: 'Onderzoek en Statistiek', mail: 'onderzoek@example.org' }],
      peilglas: {
        version: 3,
        audience: 'public',
        validation: { by: 'research bureau', on: '2026-01-05' },
        definition: {
          inwoners: {
            long: 'Iedereen die is ingeschreven.',
            method: 'Register.',
            goodDirection: 'up',
            bounds: { lower: 'onder', upper: 'boven' },
            weight: 'huishoudens',
          },
        },
        breaks: [{ period: '2022', note: 'Nieuwe telling.', indicators: ['inwoners'] }],
        licence: 'CC-BY-4.0',
        disclosure: { rule: 'rounding', note: 'Afgerond op vijf.' },
      },
    },
  };
}

/** The same shape in version 1: roles and sizes in `dimension`, in a bundle under a name of its own. */
export function bundle() {
  const { value, label, dimension, id, size, role } = population();
  return { 'bevolking 2023': { label, value, dimension: { ...dimension, id, size, role } } };
}

/** Sparse values, one status text for all cells, and a dimension of one category without an index. */
export function sparse() {
  return {
    class: 'dataset',
    label: 'Sparse',
    id: ['concept', 'geo', 'time'],
    size: [1, 3, 2],
    dimension: {
      concept: { category: { label: { jobs: 'Jobs' } } },
      geo: { category: { index: { b: 1, a: 0, c: 2 } } },
      time: { category: { index: ['2020', '2021'] } },
    },
    value: { 0: 10, 3: null, 5: 30 },
    status: 'p',
  };
}

export function collection() {
  return {
    version: '2.0',
    class: 'collection',
    link: { item: [{ class: 'dataset', href: 'https://example.org/other.json' }, sparse()] },
  };
}
