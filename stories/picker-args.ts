import type { StoryObj } from '@storybook/web-components-vite';
import { attribute, described, figureArgTypes, refreshFigures } from './figure-args.js';
import { endpointThat } from './stand-in-endpoint.js';

/** The attributes that all elements share with which a reader chooses. */
export interface PickerArgs {
  endpoint?: string | undefined;
  table?: string | undefined;
  label?: string;
  name?: string;
  value?: string;
  required?: boolean;
  disabled?: boolean;
  withAll?: boolean;
  withLatest?: boolean;
  kind?: string;
}

type Story = StoryObj<PickerArgs>;

const { endpoint, table } = figureArgTypes;

export const pickerArgTypes = {
  endpoint,
  table,
  label: attribute('Replaces the label'),
  name: attribute('Name in a form'),
  value: attribute('Code chosen at first; a reset goes back to it', 'that of the data-context'),
  required: { ...attribute('Something must be chosen before the form can be sent', 'false'), control: 'boolean' },
  disabled: { ...attribute('Nothing can be chosen', 'false'), control: 'boolean' },
  ...described('properties', {
    value: 'The code chosen; empty while nothing is. Setting it tells nobody.',
    'form, validity, validationMessage, willValidate, labels': 'As those of a `<select>`',
    loadState:
      'Read only: `idle`, `loading`, `ready`, `empty`, `signed-out`, `no-access`, `not-found`, `stale`, `failed`',
  }),
  ...described('methods', {
    'checkValidity(), reportValidity()': 'As those of a `<select>`',
    'refresh()': 'Asks anew what can be chosen',
  }),
  ...described('events', {
    'peil-select': 'Somebody chose; the nearest data-context changes. A host that prevents it refuses the choice.',
    'input, change': 'Somebody chose, as with a `<select>`',
    'peil-state': 'The load state changed; `state` and a stable `code`',
  }),
  ...described('slots', {
    label: 'Replaces the label',
    'empty, signed-out, no-access, error': 'Replace the line below in that state',
  }),
  ...described('parts', {
    picker: 'The box',
    label: 'The label',
    select: 'The list',
    only: 'What stands there when there is one thing, and so nothing to choose',
    'message, retry': 'The line below, and its button',
  }),
  ...described('custom properties', { '--peil-picker-width': 'Greatest width of the list; default 28rem' }),
} as const;

/** What each picker is seen in, besides ready. */
export const pickerStates = {
  Loading: { args: { endpoint: endpointThat('loading') } },
  SignedOut: { args: { endpoint: endpointThat('signed-out') } },
  NoAccess: { args: { endpoint: endpointThat('no-access') } },
  NotFound: { args: { endpoint: endpointThat('not-found') } },
  Failed: { args: { endpoint: endpointThat('failed') } },
  Stale: {
    args: { endpoint: endpointThat('stale') },
    play: refreshFigures,
    parameters: { docs: { story: { autoplay: true } } },
  },
  NothingAsked: { args: { endpoint: undefined, table: undefined } },
} as const satisfies Readonly<Record<string, Story>>;
