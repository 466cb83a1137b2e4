export const oldChromium: string;
