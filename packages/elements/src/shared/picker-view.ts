import { html, nothing, type TemplateResult } from 'lit';

export interface Option {
  readonly code: string;
  readonly label: string;
}

export interface OptionGroup {
  /** Null for options that need no name above them. */
  readonly label: string | null;
  readonly options: readonly Option[];
}

interface Parts {
  readonly lang: string;
  readonly label: string;
  /** Stands in the select while nothing is chosen. */
  readonly placeholder: string;
  readonly groups: readonly OptionGroup[];
  /** Code of the option chosen; empty while none is. */
  readonly value: string;
  readonly disabled: boolean;
  readonly required: boolean;
  readonly waiting: boolean;
  /** `no` where what is chosen from are names, which stay as they are. */
  readonly translate: 'no' | typeof nothing;
  /** A line below. */
  readonly message: unknown;
  readonly choose: (event: Event) => void;
}

/** A label above a select of the browser's own, or above the name of the one thing that there is and that the page is about. */
export function pickerView(parts: Parts): TemplateResult {
  const [first, second] = parts.groups.flatMap(({ options }) => options);
  const only = second === undefined && first?.code === parts.value ? first : undefined;
  return html`<div class="picker" part="picker" lang=${parts.lang} aria-busy=${parts.waiting}>
    ${only ? onlyView(parts, only) : selectView(parts)} ${parts.message}
  </div>`;
}

/** Nothing to choose, so nothing that looks as if there were. */
function onlyView({ label, translate }: Parts, only: Option): TemplateResult {
  return html`<p class="label" part="label">${labelSlot(label)}</p>
    <p class="only" part="only" translate=${translate}>${only.label}</p>`;
}

function selectView(parts: Parts): TemplateResult {
  const chosen = parts.groups.flatMap(({ options }) => options).find(({ code }) => code === parts.value);
  return html`<label class="label" part="label" for="select">${labelSlot(parts.label)}</label>
    <div class="control">
      <select
        id="select"
        part="select"
        translate=${parts.translate}
        ?disabled=${parts.disabled}
        ?required=${parts.required}
        @input=${keep}
        @change=${parts.choose}
      >
        ${parts.value === '' ? html`<option value="" disabled hidden>${parts.placeholder}</option>` : nothing}
        ${parts.groups.map(groupView)}
      </select>
      <svg class="arrow" viewBox="0 0 20 20" aria-hidden="true"><path d="m5 7.5 5 5 5-5"></path></svg>
      ${parts.waiting ? html`<span class="bar" aria-hidden="true"></span>` : nothing}
    </div>
    <p class="printed" translate=${parts.translate}>${chosen?.label}</p>`;
}

function labelSlot(label: string): TemplateResult {
  return html`<slot name="label">${label}</slot>`;
}

function groupView({ label, options }: OptionGroup): unknown {
  const views = options.map(({ code, label }) => html`<option .value=${code}>${label}</option>`);
  return label === null ? views : html`<optgroup label=${label}>${views}</optgroup>`;
}

/** The element tells of a choice itself, once it holds it. */
function keep(event: Event): void {
  event.stopPropagation();
}
