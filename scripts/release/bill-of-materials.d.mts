export interface Component {
  /** `name@version`. */
  readonly 'bom-ref': string;
  readonly licenses?: readonly { readonly license?: { readonly id?: string }; readonly expression?: string }[];
}

export interface BillOfMaterials {
  readonly bomFormat: string;
  readonly components: readonly Component[];
}

export function billOfMaterials(): BillOfMaterials;
