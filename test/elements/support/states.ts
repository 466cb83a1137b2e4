/** Every data element in every load state, reached over real HTTP wherever a demo table can lead there. */
import '@peilglas/elements/define';
import type { DataElement } from '@peilglas/elements';
import type { LoadState } from '@peilglas/model';
import { create, drawn, isChart, mount, pickerTags, settled, until, type DataTag } from './page.ts';
import { suppressed, suppressedParts, suppressedPyramid, withoutRoles } from './synthetic.ts';
import { TestEndpoint } from './test-endpoint.ts';

const faultFor = {
  'signed-out': 'unauthorised',
  'no-access': 'forbidden',
  'not-found': 'missing',
  failed: 'refused',
  loading: 'held',
} as const;

type ReachedState = Exclude<LoadState, 'idle'>;

const ofAnyElement = ['loading', 'ready', 'empty', 'signed-out', 'no-access', 'not-found', 'failed'] as const;
const ofFigures = [...ofAnyElement, 'suppressed', 'stale'] as const;
const withoutSecrets = [...ofAnyElement, 'stale'] as const;

/** A panel and a picker show no figures: none can be secret. */
export const statesOf: Readonly<Record<DataTag, readonly ReachedState[]>> = {
  'kpi-tile': ofFigures,
  'trend-chart': ofFigures,
  'data-table': ofFigures,
  'municipality-compare': ofFigures,
  'municipality-map': ofFigures,
  'share-chart': ofFigures,
  'population-pyramid': ofFigures,
  'definition-panel': withoutSecrets,
  'municipality-picker': withoutSecrets,
  'period-picker': withoutSecrets,
  'indicator-picker': withoutSecrets,
};

const comparing: ReadonlySet<DataTag> = new Set<DataTag>(['kpi-tile', 'trend-chart']);

/** Figures for states that no demo table leads to; null for those that one does. */
function givenFor(tag: DataTag, state: ReachedState): unknown {
  if (state === 'suppressed') return suppressedFor[tag] ?? suppressed;
  return state === 'empty' && pickerTags.some((picker) => picker === tag) ? withoutRoles : null;
}

const suppressedFor: Readonly<Partial<Record<DataTag, unknown>>> = {
  'share-chart': suppressedParts,
  'population-pyramid': suppressedPyramid,
};

/** An element in a context with a token for the social domain of Enschede. */
async function signedIn(element: HTMLElement, endpoint: TestEndpoint): Promise<HTMLElement> {
  const token = await endpoint.token('GM0153');
  const context = create('data-context', {});
  context.tokenProvider = { getToken: () => Promise.resolve(token) };
  context.append(element);
  return context;
}

/** An element in a state, with the endpoint it asks. */
export async function inState<T extends DataTag>(
  tag: T,
  state: ReachedState,
  width?: number,
): Promise<{ element: HTMLElementTagNameMap[T]; endpoint: TestEndpoint }> {
  const endpoint = new TestEndpoint();
  if (Object.hasOwn(faultFor, state)) await endpoint.fault(faultFor[state as keyof typeof faultFor]);
  const given = givenFor(tag, state);
  const element: DataElement & HTMLElementTagNameMap[T] = create(
    tag,
    given !== null
      ? {}
      : {
          endpoint: endpoint.address,
          // The one demo table with ages by sex is not for everyone.
          table: tag === 'population-pyramid' ? 'jeugdhulp-synthetisch' : 'bevolking',
          indicator:
            state === 'empty' ? 'onbekend' : tag === 'population-pyramid' ? 'jongeren-met-jeugdhulp' : 'inwoners',
          region: 'GM0153',
          ...(comparing.has(tag) && { 'compare-with': 'GM0164' }),
        },
  );
  element.data = given;
  if (tag === 'population-pyramid') mount(await signedIn(element, endpoint), width);
  else mount(element, width);
  if (state === 'loading') await until(() => element.loadState === 'loading', 'never loading');
  else await settled(element);
  if (state === 'stale') {
    await endpoint.fault('closed');
    await element.refresh();
  }
  await element.updateComplete;
  if (isChart(tag) && (state === 'ready' || state === 'stale')) await drawn(element);
  if (element.loadState !== state) throw new Error(`${tag} is ${element.loadState}, not ${state}`);
  return { element, endpoint };
}
