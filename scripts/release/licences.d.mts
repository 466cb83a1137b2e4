import type { BillOfMaterials } from './bill-of-materials.mjs';

export function licencesOf(
  materials: BillOfMaterials,
): readonly { readonly component: string; readonly licence: string | null }[];
export function isCompatible(licence: string | null): boolean;
