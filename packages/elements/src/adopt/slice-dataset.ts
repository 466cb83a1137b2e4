/** The parts of a JSON-stat dataset that depend on which codes it has. */
interface Dataset {
  readonly id: readonly string[];
  readonly dimension: Readonly<Record<string, { readonly category: { readonly index?: unknown } }>>;
  readonly value: Readonly<Record<number, number | null>>;
  readonly status?: Readonly<Record<number, string>>;
}

/** Codes asked for, by dimension; null stands for all. */
export type AskedCodes = ReadonlyMap<string, readonly string[] | null>;

/**
 * The part of a JSON-stat dataset with these codes, in the order of the dataset; all else stays as it is. Null when it does
 * not have all of them, or is not written the way our endpoint writes.
 */
export function sliceDataset(dataset: unknown, metadata: unknown, asked: AskedCodes): unknown {
  if (!isDataset(dataset)) return null;
  const axes = dataset.id.map((id) => {
    const known = codesOf(dataset, id);
    const codes = asked.get(id) ?? codesOf(metadata, id);
    const wanted = new Set(codes);
    const kept = known.filter((code) => wanted.has(code));
    return {
      id,
      size: known.length,
      kept,
      places: kept.map((code) => known.indexOf(code)),
      whole: kept.length === wanted.size,
    };
  });
  if (axes.some(({ whole, kept }) => !whole || kept.length === 0)) return null;
  const cells = axes.reduce<readonly number[]>(
    (before, { size, places }) => before.flatMap((cell) => places.map((place) => cell * size + place)),
    [0],
  );
  const { status } = dataset;
  return {
    ...dataset,
    size: axes.map(({ kept }) => kept.length),
    dimension: Object.fromEntries(
      axes.map(({ id, kept }) => {
        const whole = dataset.dimension[id];
        return [id, { ...whole, category: { ...whole?.category, index: kept } }];
      }),
    ),
    value: cells.map((cell) => dataset.value[cell] ?? null),
    ...(status && {
      status: Object.fromEntries(
        cells.flatMap((cell, place) => (status[cell] === undefined ? [] : [[place, status[cell]]])),
      ),
    }),
  };
}

function isDataset(input: unknown): input is Dataset {
  return isObject(input) && Array.isArray(input.id) && isObject(input.dimension) && isObject(input.value);
}

/** Codes of a dimension in order, from a list or from places by code. */
function codesOf(dataset: unknown, id: string): readonly string[] {
  if (!isObject(dataset) || !isObject(dataset.dimension)) return [];
  const dimension = dataset.dimension[id];
  const category = isObject(dimension) ? dimension.category : null;
  const index = isObject(category) ? category.index : null;
  if (Array.isArray(index)) return index.map(String);
  if (!isObject(index)) return [];
  const codes = Object.entries(index).sort(([, a], [, b]) => Number(a) - Number(b));
  return codes.map(([code]) => code);
}

function isObject(input: unknown): input is Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null;
}
