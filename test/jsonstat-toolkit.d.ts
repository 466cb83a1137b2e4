/** The part of the toolkit that the tests read with; it comes without types. */
declare module 'jsonstat-toolkit' {
  export interface ToolkitDataset {
    readonly class: string;
    readonly id: readonly string[];
    Data(cell: number): { readonly value: number | null | undefined } | null;
    Dimension(axis: number): { readonly id: readonly string[]; readonly role: string | null };
    Dataset(position: number): ToolkitDataset | null;
  }
  export default function JSONstat(input: unknown): ToolkitDataset;
}
