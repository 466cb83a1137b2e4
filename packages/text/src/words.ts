import type { MissingReason } from '@peilglas/model';
import type { Translation } from '@shoelace-style/localize';

/** Statuses that a person is told about; a final figure needs no word. */
export type NotedStatus = 'P' | 'R' | 'E' | 'B';

/** Codes of errors, or their first six characters, that have words of their own; see `describeFailure`. */
export type FailureKind =
  'network' | 'timeout' | 'malformed' | 'too-many-cells' | 'http-429' | 'http-4' | 'http-5' | 'generic';

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
  /** The figure as shown, with unit and status. */
  readonly figure: string;
  readonly url: string;
}

/** Every loose word and phrase that elements show. Dutch is the master; whole sentences are made by `summarise…`. */
export interface Words extends Translation {
  // Load states
  readonly loading: string;
  readonly loadingSlow: string;
  /** @param selection what was asked for, in words; empty when unknown */
  readonly empty: (selection: string) => string;
  readonly suppressed: string;
  readonly suppressedRule: string;
  readonly signedOut: string;
  readonly signIn: string;
  /** @param theme empty when unknown */
  readonly noAccess: (theme: string) => string;
  readonly askAccess: (contact: string) => string;
  readonly notFound: string;
  /** @param date in words */
  readonly stale: (date: string) => string;
  readonly failures: Readonly<Record<FailureKind, string>>;
  readonly errorCode: (code: string) => string;
  readonly retry: string;

  // Figures and their states
  readonly reasons: Readonly<Record<MissingReason, string>>;
  readonly statuses: Readonly<Record<NotedStatus, string>>;

  // Around a figure, chart or table
  readonly sourceLine: (source: string) => string;
  /** An indicator narrowed to categories of other dimensions. */
  readonly narrowed: (label: string, categories: readonly string[]) => string;
  readonly figure: string;
  readonly period: string;
  readonly region: string;
  readonly status: string;
  readonly note: string;
  readonly showTable: string;
  readonly hideTable: string;
  /** @param unit empty when there is none */
  readonly tableCaption: (label: string, unit: string) => string;
  readonly download: string;
  readonly downloadCsv: string;
  readonly downloadSvg: string;
  readonly downloadPng: string;

  // Charts
  readonly chart: (label: string) => string;
  readonly chartKeys: string;
  readonly legend: string;
  readonly legendProvisional: string;
  readonly break: string;
  readonly axisNotZero: string;

  // Definition panel
  readonly about: (label: string) => string;
  readonly close: string;
  readonly definition: string;
  readonly explanation: string;
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
