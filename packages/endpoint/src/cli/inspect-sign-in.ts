import { readClientKey } from '../session/client-key.js';
import { IdentityProvider } from '../session/identity-provider.js';
import type { SignInSettings } from '../session/sign-in-settings.js';
import type { Inspection } from './inspection.js';

/** Whether visitors can be signed in: reads the client's secret or key, and asks the provider where its login page is. */
export async function inspectSignIn(
  settings: SignInSettings | undefined,
  publicUrl: string | undefined,
): Promise<readonly Inspection[]> {
  if (!settings) return [];
  const about = 'signIn';
  const redirectUri = `${publicUrl?.replace(/\/+$/, '') ?? ''}/session/callback`;
  try {
    const provider = new IdentityProvider(settings, readClientKey(settings), redirectUri);
    return await provider.signInAddress().then(
      () => [{ severity: 'ok', about, message: `register ${redirectUri} at ${settings.issuer}` }],
      () => [
        { severity: 'warning', about, message: `${settings.issuer} does not answer, or is no OpenID Connect provider` },
      ],
    );
  } catch (error) {
    return [{ severity: 'error', about, message: error instanceof Error ? error.message : 'the client has no key' }];
  }
}
