import type { LoadState } from '@peilglas/model';

/** What can be done about an element without figures; null for a state in which a page has what its writer meant. */
export function remedyFor(state: LoadState, endpoint: string): string | null {
  switch (state) {
    case 'ready':
    case 'suppressed':
      return null;
    case 'empty':
      return 'Look at indicator, region, period and filter: the table has no figures for them together';
    case 'not-found':
      return `Look at table: ${endpoint.replace(/\/$/, '')}/tables lists those that there are`;
    case 'signed-out':
      return 'Give a token in PEILGLAS_TOKEN, or leave it: with --sign-in the page says where visitors sign in';
    case 'no-access':
      return 'Ask the one whom the page names for access, or take the element out';
    default:
      return `Look whether ${endpoint} answers, and run the command again`;
  }
}
