export const testFont: string;
