/** What keeps a command from running; `message` says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
