/** Every data element in every load state, reached over real HTTP wherever a demo table can lead there. */
import '@peilglas/elements/define';
import type { DataElement } from '@peilglas/elements';
import type { LoadState } from '@peilglas/model';
import './preload-charts.ts';
import { create, drawn, mount, settled, until, type DataTag } from './page.ts';
import { suppressed } from './synthetic.ts';
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

/** A panel shows no figures: none can be secret or out of date. */
export const statesOf: Readonly<Record<DataTag, readonly ReachedState[]>> = {
  'kpi-tile': ofFigures,
  'trend-chart': ofFigures,
  'definition-panel': ofAnyElement,
};

/** An element in a state, with the endpoint it asks. */
export async function inState<T extends DataTag>(
  tag: T,
  state: ReachedState,
  width?: number,
): Promise<{ element: HTMLElementTagNameMap[T]; endpoint: TestEndpoint }> {
  const endpoint = new TestEndpoint();
  if (Object.hasOwn(faultFor, state)) await endpoint.fault(faultFor[state as keyof typeof faultFor]);
  const element: DataElement & HTMLElementTagNameMap[T] = create(
    tag,
    state === 'suppressed'
      ? {}
      : {
          endpoint: endpoint.address,
          table: 'bevolking',
          indicator: state === 'empty' ? 'onbekend' : 'inwoners',
          region: 'GM0153',
          ...(tag !== 'definition-panel' && { 'compare-with': 'GM0164' }),
        },
  );
  if (state === 'suppressed') element.data = suppressed;
  mount(element, width);
  if (state === 'loading') await until(() => element.loadState === 'loading', 'never loading');
  else await settled(element);
  if (state === 'stale') {
    await endpoint.fault('closed');
    await element.refresh();
  }
  await element.updateComplete;
  if (tag === 'trend-chart' && (state === 'ready' || state === 'stale')) await drawn(element);
  if (element.loadState !== state) throw new Error(`${tag} is ${element.loadState}, not ${state}`);
  return { element, endpoint };
}
