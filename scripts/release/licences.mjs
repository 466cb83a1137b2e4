import satisfies from 'spdx-satisfies';

/**
 * Licences under which others may be part of a work under the EUPL-1.2: permissive ones, and those of its appendix and of the
 * libraries that may be linked with it.
 */
const compatible = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'EUPL-1.2',
  'ISC',
  'LGPL-2.1-only',
  'LGPL-3.0-only',
  'MIT',
  'MPL-2.0',
  'Unlicense',
  'Zlib',
];

/**
 * Every component of a bill of materials with its licence, as an SPDX expression; null where nobody says.
 *
 * @param {ReturnType<typeof import('./bill-of-materials.mjs').billOfMaterials>} materials
 */
export function licencesOf({ components }) {
  return components.map(({ 'bom-ref': reference, licenses = [] }) => {
    const named = licenses.map(({ expression, license }) => expression ?? license?.id);
    return { component: reference, licence: named.length > 0 && named.every(Boolean) ? named.join(' AND ') : null };
  });
}

/** Whether a licence, an SPDX expression, allows its work in one under the EUPL-1.2. */
export function isCompatible(licence) {
  try {
    return licence !== null && satisfies(licence, compatible);
  } catch {
    // No expression of SPDX: somebody must read it.
    return false;
  }
}
