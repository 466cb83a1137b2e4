import type { EndpointOptions } from '@peilglas/endpoint';
import type { BackendClient } from '../../demo/identity-provider/identity-provider.mjs';

export const pagesElsewhere: readonly string[];

export function demoSignIn(options: { readonly audience: string; readonly site: string }): {
  readonly backend: BackendClient;
  readonly signIn: Omit<NonNullable<EndpointOptions['signIn']>, 'issuer'>;
};
