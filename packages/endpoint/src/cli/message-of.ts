const remedies: Readonly<Record<string, string>> = {
  ENOENT: 'Make it, or correct its name',
  EACCES: 'Give this account the right to it, or name another',
  EPERM: 'Give this account the right to it, or name another',
  EROFS: 'Name one on a disk that can be written',
  ENOSPC: 'Make room on its disk',
  EISDIR: 'Name a file: this is a folder',
  ENOTDIR: 'Name a folder: a part of this is a file',
};

/** What kept a command from its work; of a file or folder, in words of ours instead of the operating system's. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  if (!('code' in error && 'path' in error && typeof error.path === 'string')) return error.message;
  const code = String(error.code);
  return `${error.path} cannot be used (${code})\n  → ${remedies[code] ?? 'See to its rights and its disk'}`;
}
