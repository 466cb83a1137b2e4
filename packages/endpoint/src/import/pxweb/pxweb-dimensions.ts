import type { Text } from '../../table.js';
import type { DraftCategory, DraftDimension, DraftIndicator } from '../draft.js';
import { codesOf, dimensionOf, ofCode, type Metadata, type PxDimension } from './pxweb-answers.js';
import type { Read } from './pxweb-texts.js';

/** PxWeb gives areas their role where it has a map of them alone; on its servers they have the same name. */
function roleOf({ role }: Metadata, id: string): DraftDimension['role'] {
  const given = (['geo', 'time', 'metric'] as const).find((name) => role[name]?.[0] === id);
  return given ?? (!role.geo?.length && id.toLowerCase() === 'region' ? 'geo' : undefined);
}

export function draftDimension(main: Metadata, id: string, read: Read): DraftDimension {
  const own = (each: Metadata): PxDimension | undefined => dimensionOf(each, id);
  const dimension = own(main);
  const role = roleOf(main, id);
  const parents = new Map(
    Object.entries(dimension?.category.child ?? {}).flatMap(([parent, children]) =>
      children.map((child) => [child, parent]),
    ),
  );
  const total = role === 'time' || role === 'metric' ? null : dimension?.extension.eliminationValueCode;
  const note = read((each) => own(each)?.note.join('\n\n'));
  return {
    id,
    ...(role ? { role } : {}),
    label: read((each) => own(each)?.label) ?? { nl: id },
    ...(note ? { note } : {}),
    ...(total ? { total: total.trim() } : {}),
    codes: codesOf(main, id).map((code): DraftCategory => {
      const parent = parents.get(code);
      const text = read((each) => ofCode(own(each)?.category.label, code)) ?? { nl: code };
      const remark = role === 'metric' ? null : read((each) => ofCode(own(each)?.category.note, code)?.join('\n\n'));
      return {
        code: code.trim(),
        label: text,
        ...(parent === undefined ? {} : { parent: parent.trim() }),
        ...(remark ? { note: remark } : {}),
      };
    }),
  };
}

const measuringTypes = ['Stock', 'Flow', 'Average', 'Other'] as const;

export function draftIndicators(main: Metadata, metric: string, read: Read): readonly DraftIndicator[] {
  const own = (each: Metadata): PxDimension | undefined => dimensionOf(each, metric);
  const dimension = own(main);
  return codesOf(main, metric).map((code) => {
    const more = ofCode(main.extension.peilglas.definition, code);
    const method = read((each) => ofCode(each.extension.peilglas.definition, code)?.method);
    const refperiod = read((each) => ofCode(own(each)?.extension.refperiod, code));
    const measuringType = measuringTypes.find((type) => type === ofCode(dimension?.extension.measuringType, code));
    return {
      code: code.trim(),
      label: read((each) => ofCode(own(each)?.category.label, code)) ?? { nl: code },
      unit: read((each) => ofCode(own(each)?.category.unit, code)?.base),
      decimals: ofCode(dimension?.category.unit, code)?.decimals ?? main.extension.px.decimals ?? null,
      definition:
        read((each) => ofCode(each.extension.peilglas.definition, code)?.long) ??
        read((each) => ofCode(own(each)?.category.note, code)?.join('\n\n')),
      ...(method ? { method } : {}),
      ...(refperiod ? { refperiod } : {}),
      measuringType: measuringType ?? null,
      ...(more?.goodDirection ? { goodDirection: more.goodDirection } : {}),
      ...(more?.bounds ? { bounds: more.bounds } : {}),
      ...(more?.weight === undefined ? {} : { weight: more.weight }),
    };
  });
}

const onlyCode = 'waarde';

export function onlyMetric(title: Text): DraftDimension {
  return {
    id: 'Onderwerp',
    role: 'metric',
    label: { nl: 'Onderwerp', en: 'Topic' },
    codes: [{ code: onlyCode, label: title }],
  };
}

/** A table without a dimension of contents is about one thing: its title. */
export function onlyIndicator(main: Metadata, title: Text, read: Read): DraftIndicator {
  const name = read((each) => each.extension.px.contents) ?? title;
  return {
    code: onlyCode,
    label: name,
    unit: null,
    decimals: main.extension.px.decimals ?? null,
    definition: null,
    measuringType: null,
  };
}
