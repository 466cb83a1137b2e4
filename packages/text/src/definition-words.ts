/** What a reference to a figure consists of. */
export interface Citation {
  readonly source: string;
  /** Table or indicator. */
  readonly title: string;
  readonly region: string;
  readonly period: string;
  readonly version: string | null;
  readonly url: string;
  /** The day the figure was seen, in words. */
  readonly seen: string;
}

/** What a question to the publisher is about. */
export interface Question {
  readonly title: string;
  readonly region: string;
  readonly period: string;
  /** The figure as shown, with unit and status; empty where no one figure is meant. */
  readonly figure: string;
  readonly url: string;
}

/** What a question is about, on one line of a letter. */
export function askedOf({ title, region, period, figure }: Question): string {
  const what = [title, region, period].filter(Boolean).join(', ');
  return figure ? `${what}: ${figure}` : what;
}

/** Words of the panel that says what a figure means. */
export interface DefinitionWords {
  readonly close: string;
  readonly unit: string;
  readonly source: string;
  readonly method: string;
  readonly reference: string;
  readonly breaks: string;
  readonly validated: string;
  readonly validatedBy: (by: string, on: string) => string;
  readonly nextUpdate: string;
  readonly contact: string;
  readonly version: string;
  readonly licence: string;
  readonly notes: string;
  readonly smallNumbers: string;
  readonly citation: string;
  readonly cite: (citation: Citation) => string;
  readonly ask: string;
  readonly askSubject: (question: Question) => string;
  readonly askBody: (question: Question) => string;
}
