/** Why a table cannot be imported, and what to do about it. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(`${message}\n  → ${remedy}`);
    this.remedy = remedy;
  }
}
