import { cleanText, inSourceLanguage, label } from '../clean-text.js';
import type { DraftIndicator } from '../draft.js';
import type { CbsGroup, Measure } from './cbs-answers.js';

/** Whether a measure holds figures; texts cannot be published as such. */
export function isFigure({ DataType }: Measure): boolean {
  return !/^(string|text)$/i.test(DataType);
}

/** Measures as indicators, in the order of CBS. Those of the same title are told apart by the heading above them. */
export function draftIndicators(
  measures: readonly Measure[],
  groups: readonly CbsGroup[],
  language: string,
): readonly DraftIndicator[] {
  const headings = new Map(groups.map(({ Id, Title }) => [Id, label(Title)]));
  const text = (each: string) => inSourceLanguage(each, language);
  const sorted = measures.filter(isFigure).sort((a, b) => a.Index - b.Index);
  return sorted.map(({ Identifier, Title, Description, Unit, Decimals, MeasureGroupId }) => {
    const twice = sorted.filter((other) => other.Title.trim() === Title.trim()).length > 1;
    const heading = headings.get(MeasureGroupId ?? '');
    const name = label(Title) ?? Identifier.trim();
    const definition = cleanText(Description);
    const unit = label(Unit);
    return {
      code: Identifier.trim(),
      label: text(twice && heading ? `${heading}: ${name}` : name),
      unit: unit === null ? null : text(unit),
      decimals: Decimals ?? null,
      definition: definition ? text(definition) : null,
      // CBS does not say whether a figure is of a moment or of a stretch of time.
      measuringType: null,
    };
  });
}
