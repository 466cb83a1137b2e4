import type { Session } from '@peilglas/auth';
import { SignInRequiredError, UnavailableError } from '@peilglas/model';

/**
 * An error as it is for a visitor who has no figures yet. Who is signed in and refused all the same, by an endpoint that does not
 * believe the provider's tokens, gains nothing by signing in again.
 */
export function errorFor(session: Session | null, error: unknown): unknown {
  // With the class for refusals (`RefusedError`), which says the same, every page would carry it.
  const isRefused = error instanceof SignInRequiredError && session?.state === 'signed-in';
  return isRefused ? new UnavailableError(401) : error;
}
