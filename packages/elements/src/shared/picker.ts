import type { Cube, LoadState } from '@peilglas/model';
import { pickerWordsFor, type PickerName, type PickerWords } from '@peilglas/text';
import {
  html,
  LitElement,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { Question } from './cube-controller.js';
import { emptyContext } from './data-context-value.js';
import { DataElement } from './data-element.js';
import { frame } from './frame.styles.js';
import { loadStateView } from './load-state-view.js';
import { PeilSelectEvent } from './peil-select-event.js';
import { pickerView, type OptionGroup } from './picker-view.js';
import { pickerStyles } from './picker.styles.js';
import { tokens } from './tokens.styles.js';
import { waitingView } from './waiting-view.js';

/**
 * What the elements with which a reader chooses have in common: a labelled `<select>` that is a form control of its
 * own, with options from the table's metadata, so that it offers only what this reader may see.
 *
 * What it holds is what was chosen or set last, here or on the page: a choice changes the nearest data-context, and a
 * change of that context changes the picker. What an author writes in `value` comes before what the context says.
 *
 * @attr label - Replaces the label
 * @attr name - Name in a form
 * @attr value - Code chosen at first; what the context says when absent
 * @attr required - Something must be chosen before the form can be sent
 * @attr {boolean} disabled - Nothing can be chosen
 * @fires peil-select - Somebody chose; a host that prevents it refuses the choice
 * @fires input - Somebody chose
 * @fires change - Somebody chose
 */
export abstract class Picker extends DataElement {
  static readonly formAssociated = true;

  static override readonly shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };

  static override readonly styles: CSSResultGroup = [tokens, frame, pickerStyles];

  static override readonly properties: PropertyDeclarations = {
    label: {},
    name: { reflect: true },
    defaultValue: { attribute: 'value' },
    required: { type: Boolean, reflect: true },
  };

  declare label: string | null;
  declare name: string | null;
  /** The `value` attribute: what a reset goes back to. */
  declare defaultValue: string | null;
  declare required: boolean;

  /** Those of the form control; an element can ask for them once, which `DataElement` does. */
  declare private internals: ElementInternals;
  /** What was chosen or set last; null while nothing was. */
  #held: string | null = null;
  /** What the page was about when it was looked at last; undefined before there was anything to follow. */
  #seen: string | null | undefined;
  /** The state in which the button of a message was pressed. */
  #pressedIn: LoadState | null = null;
  /** By its own attribute, or by a fieldset around it. */
  #off = false;
  /** Until when a further choice is of the same search: to the browser each letter and each arrow is a choice. */
  #searching = 0;

  constructor() {
    super();
    this.label = null;
    this.name = null;
    this.defaultValue = null;
    this.required = false;
  }

  override attachInternals(): ElementInternals {
    this.internals = super.attachInternals();
    return this.internals;
  }

  /** The code chosen, as the table writes it; empty while nothing is. Before the table is known, the code as given. */
  get value(): string {
    const { cube } = this.figures;
    const wanted = this.#held ?? this.defaultValue ?? this.followed;
    if (!cube) return wanted ?? '';
    const codes = this.codesOf(cube);
    // The one that there is needs no choice; but a page that is about another one is not about this one.
    const [only = wanted] = codes.length === 1 ? codes : [];
    return this.codeFor(wanted || only, codes, cube);
  }

  set value(code: string | null) {
    this.#hold(code ?? '');
  }

  /** The attribute itself: the browser then says, here and in a fieldset alike, that nothing can be chosen. */
  get disabled(): boolean {
    return this.hasAttribute('disabled');
  }

  set disabled(disabled: boolean) {
    this.toggleAttribute('disabled', disabled);
  }

  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  get labels(): NodeList {
    return this.internals.labels;
  }

  get validity(): ValidityState {
    return this.internals.validity;
  }

  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  checkValidity(): boolean {
    return this.internals.checkValidity();
  }

  reportValidity(): boolean {
    return this.internals.reportValidity();
  }

  formDisabledCallback(off: boolean): void {
    this.#off = off;
    this.requestUpdate();
  }

  formResetCallback(): void {
    this.#hold(null);
  }

  /** What a browser kept of an earlier visit is of a form; it may not differ from what the page is about now. */
  formStateRestoreCallback(state: unknown): void {
    if (typeof state === 'string' && this.form && this.followed === null) this.#hold(state);
  }

  /** The dimension of the selection that it sets. */
  protected abstract readonly dimension: string;

  /** How it is called. */
  protected abstract readonly called: PickerName;

  /** What the page is about now, by attribute or context; null when it does not say. */
  protected abstract readonly followed: string | null;

  /** The codes that may be chosen, in any order. */
  protected abstract codesOf(cube: Cube): readonly string[];

  /** The same codes with their names, in the order of reading. */
  protected abstract groupsOf(cube: Cube): readonly OptionGroup[];

  /** The code that is meant, among those that may be chosen; empty when none is. Null: nobody said anything. */
  protected codeFor(wanted: string | null, codes: readonly string[], _cube: Cube): string {
    return wanted !== null && codes.includes(wanted) ? wanted : '';
  }

  /** What the page is to be about once this code is chosen. */
  protected selectionWith(code: string): readonly string[] {
    return [code];
  }

  protected get words(): PickerWords {
    return pickerWordsFor(this.language.lang());
  }

  /** Only the table's metadata is needed, whatever the page is about. */
  protected override ask(): Question | null {
    const question = super.ask();
    return (
      question && {
        ...question,
        identity: JSON.stringify([question.endpoint, question.table, question.lang]),
        select: null,
      }
    );
  }

  protected override judge(cube: Cube): LoadState {
    return this.codesOf(cube).length > 0 ? 'ready' : 'empty';
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { followed } = this;
    if (followed === this.#seen) return;
    // A context that is there later than the element is no change: what was given to the element stays.
    if (this.#seen === undefined && followed === null && this.context === emptyContext) return;
    if (this.#seen !== undefined) this.#held = followed;
    this.#seen = followed;
  }

  protected override render(): TemplateResult {
    const { state, cube } = this.figures;
    return html`${pickerView({
        lang: this.language.lang(),
        label: this.label ?? this.called.label,
        placeholder: cube ? this.called.choose : '',
        groups: cube ? this.groupsOf(cube) : [],
        value: this.value,
        disabled: this.#off || state === 'empty' || !cube,
        required: this.required,
        waiting: state === 'loading',
        translate: this.dimension === 'region' ? 'no' : nothing,
        message: this.#messageView(),
        choose: this.#choose,
      })} <slot hidden @slotchange=${this.readChild}></slot>`;
  }

  #messageView(): unknown {
    const { state, patience } = this.figures;
    if (state === 'idle' || state === 'ready') return nothing;
    if (state === 'loading') return waitingView(this.language.words, patience);
    if (state !== 'empty') return loadStateView(this.figures, '', this.language, this.#act);
    return html`<slot name="empty">
      <div class="message" part="message" role="status"><p>${this.words.nothing}</p></div>
    </slot>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#tellForm();
    this.#keepFocus();
  }

  readonly #choose = ({ currentTarget, timeStamp }: Event): void => {
    if (!(currentTarget instanceof HTMLSelectElement)) return;
    const before = this.#held;
    const codes = this.selectionWith(currentTarget.value);
    this.#hold(currentTarget.value);
    if (!this.dispatchEvent(new PeilSelectEvent(this.dimension, codes, timeStamp < this.#searching))) {
      this.#hold(before);
      return;
    }
    this.#searching = timeStamp + 1000;
    for (const type of ['input', 'change']) this.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  };

  readonly #act = async (): Promise<void> => {
    this.#pressedIn = this.figures.state;
    await this.act();
  };

  /** A button goes away when it has worked: the focus goes to the list that can be used now. */
  #keepFocus(): void {
    const { state } = this.figures;
    if (this.#pressedIn === null || state === 'loading' || state === this.#pressedIn) return;
    this.#pressedIn = null;
    if (document.activeElement === document.body) this.focus();
  }

  #hold(code: string | null): void {
    this.#held = code;
    this.requestUpdate();
    // A form asks for the value at any moment, also before the next update.
    this.#tellForm();
  }

  /** What the select shows is set once its options are there: they come and go. */
  #tellForm(): void {
    const { value, internals } = this;
    const select = this.renderRoot.querySelector('select');
    if (select) select.value = value;
    internals.setFormValue(value || null, value);
    if (!this.required || value !== '') internals.setValidity({});
    else internals.setValidity({ valueMissing: true }, this.called.choose, select ?? undefined);
  }
}
