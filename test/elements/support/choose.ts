import type { PickerTag } from './page.ts';

type Picker = HTMLElementTagNameMap[PickerTag];

export function selectOf(picker: Picker): HTMLSelectElement {
  const select = picker.shadowRoot?.querySelector('select');
  if (!select) throw new Error(`<${picker.localName}> has nothing to choose`);
  return select;
}

/** Names of the options, without what stands there while nothing is chosen. */
export function optionsOf(picker: Picker): readonly string[] {
  return [...selectOf(picker).options].filter(({ value }) => value !== '').map(({ text }) => text);
}

/** Name of the option that is shown. */
export function shownBy(picker: Picker): string | undefined {
  return selectOf(picker).selectedOptions[0]?.text;
}

/** Does what a browser does when somebody takes an option. */
export function choose(picker: Picker, code: string): void {
  const select = selectOf(picker);
  select.value = code;
  select.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Every event of these types that reaches the element or what is around it, in order. */
export function heard(target: EventTarget, ...types: readonly string[]): readonly Event[] {
  const events: Event[] = [];
  for (const type of types) target.addEventListener(type, (event) => events.push(event));
  return events;
}
