import { shorten } from '../selection/value-expression.js';
import { badRequest } from './problem.js';

/** Formats of an answer with figures, the default first. */
export const dataFormats = ['json-stat2', 'csv', 'px'] as const;
export type DataFormat = (typeof dataFormats)[number];

/** @throws Problem 400 for a format that is not offered. */
export function readDataFormat(text: string | undefined): DataFormat {
  const format = dataFormats.find((each) => each === (text ?? 'json-stat2').toLowerCase());
  if (!format) throw badRequest(`Output format ${shorten(text ?? '')} is not offered; use ${dataFormats.join(', ')}`);
  return format;
}
