/** Something that whoever runs the command can mend: what is wrong, and after an arrow what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  constructor(what: string, remedy: string) {
    super(`${what}\n  → ${remedy}`);
  }
}
