export function tool(packageName: string, program?: string): string;
