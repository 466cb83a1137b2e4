/** One thing that was looked at; an error keeps the endpoint from doing its work. */
export interface Inspection {
  readonly severity: 'ok' | 'warning' | 'error';
  readonly about: string;
  readonly message: string;
}
