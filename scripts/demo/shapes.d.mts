export const demoShapes: readonly { readonly id: string; readonly file: string; readonly source: string }[];
