/**
 * The success criteria of WCAG 2.2, level A and AA, and what holds for all elements where no check of this folder speaks.
 * `host`: the page has to do it. `never`: the elements have nothing of the kind. `hand`: only a person can tell. `built`:
 * how it is made, with the test elsewhere in the repository that fails without it.
 */
export interface Criterion {
  readonly id: string;
  readonly name: string;
  readonly level: 'A' | 'AA';
  readonly host?: string;
  readonly never?: string;
  readonly hand?: string;
  readonly built?: Proof;
}

/** A test elsewhere: the file, and the words of its name. */
export interface Proof {
  readonly how: string;
  readonly file: string;
  readonly test: string;
}

const axe: Proof = {
  how: 'axe-core finds nothing, in the story of every load state, light and dark',
  file: 'test/stories/stories.test.ts',
  test: 'stories, in which axe-core finds nothing',
};
const media = { never: 'No recorded sound, no moving pictures' };
const sound: Proof = {
  how: 'Nothing sounds by itself; what a visitor starts (`with-sound` on `trend-chart`) stops at the same button',
  file: 'test/elements/trend-chart-sound.test.ts',
  test: 'stops at the same button',
};

type Rest = Omit<Criterion, 'id' | 'name' | 'level'>;
const a = (id: string, name: string, rest: Rest = {}): Criterion => ({ id, name, level: 'A', ...rest });
const aa = (id: string, name: string, rest: Rest = {}): Criterion => ({ id, name, level: 'AA', ...rest });

export const criteria: readonly Criterion[] = [
  a('1.1.1', 'Non-text Content', { hand: 'Whether the sentence says what the drawing shows' }),
  a('1.2.1', 'Audio-only and Video-only (Prerecorded)', media),
  a('1.2.2', 'Captions (Prerecorded)', media),
  a('1.2.3', 'Audio Description or Media Alternative', media),
  aa('1.2.4', 'Captions (Live)', media),
  aa('1.2.5', 'Audio Description (Prerecorded)', media),
  a('1.3.1', 'Info and Relationships', { built: axe }),
  a('1.3.2', 'Meaningful Sequence'),
  a('1.3.3', 'Sensory Characteristics', { hand: 'No text of ours points at a shape, colour or place alone' }),
  aa('1.3.4', 'Orientation'),
  aa('1.3.5', 'Identify Input Purpose', { never: 'No field asks about the visitor' }),
  a('1.4.1', 'Use of Color', { hand: 'Print in grey: dashes, markers, names at lines and the table still tell all' }),
  a('1.4.2', 'Audio Control', { built: sound }),
  aa('1.4.3', 'Contrast (Minimum)', { built: axe }),
  aa('1.4.4', 'Resize Text'),
  aa('1.4.5', 'Images of Text', { never: 'Drawings are SVG with real text' }),
  aa('1.4.10', 'Reflow'),
  aa('1.4.11', 'Non-text Contrast', { hand: 'Signs without an outline of their own' }),
  aa('1.4.12', 'Text Spacing'),
  aa('1.4.13', 'Content on Hover or Focus', { never: 'Nothing appears by pointing or focus' }),
  a('2.1.1', 'Keyboard'),
  a('2.1.2', 'No Keyboard Trap'),
  a('2.1.4', 'Character Key Shortcuts', { never: 'Keys do something only in what has the focus' }),
  a('2.2.1', 'Timing Adjustable', { never: 'Nothing has to be done in time' }),
  a('2.2.2', 'Pause, Stop, Hide'),
  a('2.3.1', 'Three Flashes or Below Threshold'),
  a('2.4.1', 'Bypass Blocks', { host: 'A link past what is on every page' }),
  a('2.4.2', 'Page Titled', { host: 'A title' }),
  a('2.4.3', 'Focus Order'),
  a('2.4.4', 'Link Purpose (In Context)', { built: axe }),
  aa('2.4.5', 'Multiple Ways', { host: 'More than one way to the page' }),
  aa('2.4.6', 'Headings and Labels', { built: axe }),
  aa('2.4.7', 'Focus Visible'),
  aa('2.4.11', 'Focus Not Obscured (Minimum)'),
  a('2.5.1', 'Pointer Gestures', { never: 'Nothing needs a path or two fingers' }),
  a('2.5.2', 'Pointer Cancellation', { never: 'Links alone, which act when they are let go' }),
  a('2.5.3', 'Label in Name'),
  a('2.5.4', 'Motion Actuation', { never: 'Nothing listens to how a device is moved' }),
  aa('2.5.7', 'Dragging Movements', { never: 'Nothing is dragged' }),
  aa('2.5.8', 'Target Size (Minimum)'),
  a('3.1.1', 'Language of Page', { host: '`lang` on the page' }),
  aa('3.1.2', 'Language of Parts', {
    host: 'In a page in a language that Peilglas does not have: `lang="nl"` around it',
  }),
  a('3.2.1', 'On Focus'),
  a('3.2.2', 'On Input', { hand: 'A choice changes figures, and leaves focus and place' }),
  aa('3.2.3', 'Consistent Navigation', { host: 'The same order on every page' }),
  aa('3.2.4', 'Consistent Identification', { hand: 'Buttons alike are called alike; words come from one catalogue' }),
  a('3.2.6', 'Consistent Help', { hand: 'The definition button always follows the heading' }),
  a('3.3.1', 'Error Identification', {
    built: {
      how: 'What failed is told in words',
      file: 'test/elements/states.test.ts',
      test: 'says so in plain Dutch',
    },
  }),
  a('3.3.2', 'Labels or Instructions', { built: axe }),
  aa('3.3.3', 'Error Suggestion', {
    built: {
      how: 'Beside what failed stands what to do',
      file: 'test/elements/states.test.ts',
      test: 'gives a code to quote when it failed',
    },
  }),
  aa('3.3.4', 'Error Prevention (Legal, Financial, Data)', { never: 'Nothing is sent that binds anybody' }),
  a('3.3.7', 'Redundant Entry', { never: 'Nothing is asked twice: elements of a page share what was chosen' }),
  aa('3.3.8', 'Accessible Authentication (Minimum)', { host: 'The identity provider signs visitors in' }),
  a('4.1.2', 'Name, Role, Value', { built: axe }),
  aa('4.1.3', 'Status Messages', {
    built: {
      how: 'Of twenty elements that change one tells it',
      file: 'test/accessibility/status-messages.test.ts',
      test: 'say once that figures are on their way',
    },
  }),
];
