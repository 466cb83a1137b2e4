import '@peilglas/elements/define';
import { SessionStatus } from '@peilglas/elements';
import { assert } from 'chai';
import { html } from 'lit';
import { violations } from './support/axe.ts';
import { darken, first, inside, mount, text, until } from './support/page.ts';
import { TestSession } from './support/test-session.ts';

const user = { name: 'Beleidsmedewerker Enschede' };

describe('<session-status>', () => {
  let session: TestSession;

  beforeEach(() => {
    session = new TestSession();
  });

  async function show(width?: number, lang = 'nl'): Promise<SessionStatus> {
    const page = mount(
      html`<data-context lang=${lang} .tokenProvider=${session}><session-status></session-status></data-context>`,
      width,
    );
    const status = first(SessionStatus, page);
    await until(() => status.shadowRoot?.querySelector('button'), 'no button');
    return status;
  }

  const said = (status: SessionStatus): string => text(status, '[role=status]');
  const offered = (status: SessionStatus): string => text(status, 'button');

  async function become(status: SessionStatus, ...told: Parameters<TestSession['become']>): Promise<void> {
    session.become(...told);
    await status.updateComplete;
  }

  describe('states', () => {
    it('says who is signed in, and offers to sign out', async () => {
      const status = await show();
      assert.deepEqual([said(status), offered(status)], ['U bent niet ingelogd', 'Inloggen']);
      await become(status, 'signing-in');
      assert.equal(said(status), 'Bezig met inloggen');
      await become(status, 'signed-in', { user });
      assert.deepEqual([said(status), offered(status)], ['Ingelogd als Beleidsmedewerker Enschede', 'Uitloggen']);
      await become(status, 'expired', { code: 'renewal-refused' });
      assert.deepEqual([said(status), offered(status)], ['Uw sessie is verlopen', 'Opnieuw inloggen']);
    });

    it('names nobody of whom the provider says no name', async () => {
      const status = await show();
      await become(status, 'signed-in', { user: { name: null } });
      assert.deepEqual([said(status), offered(status)], ['U bent ingelogd', 'Uitloggen']);
    });

    it('says that there is a session in another tab', async () => {
      const status = await show();
      session.signedInElsewhere = true;
      await become(status, 'signed-out');
      assert.deepEqual([said(status), offered(status)], ['U bent ingelogd in een ander tabblad', 'Ook hier inloggen']);
    });

    for (const [code, words] of [
      ['popup-blocked', 'Uw browser hield het inlogvenster tegen. Druk opnieuw op de knop.'],
      ['provider-unreachable', 'De inlogdienst is niet te bereiken. Probeer het later opnieuw.'],
      ['answer-invalid', 'Dit inlogscherm was verlopen of al gebruikt. Log opnieuw in.'],
      ['proof-refused', 'De inlogdienst kan uw browser niet controleren. Staat de klok van uw apparaat goed?'],
      ['provider-error', 'Inloggen is niet gelukt. Probeer het later opnieuw.'],
    ] as const) {
      it(`says what to do after ${code}`, async () => {
        const status = await show();
        await become(status, 'signed-out', { code });
        assert.include(said(status), words);
      });
    }

    it('has nothing to say of a sign-in that the visitor broke off', async () => {
      const status = await show();
      await become(status, 'signed-out', { code: 'cancelled' });
      assert.equal(said(status), 'U bent niet ingelogd');
    });

    it('says so when the identity provider could not be told of signing out', async () => {
      const status = await show();
      await become(status, 'signed-in', { user });
      session.isProviderAway = true;
      inside(status, 'button').click();
      await until(() => said(status).includes('Sluit uw browser om overal uit te loggen'), 'never said so');
      session.isProviderAway = false;
      inside(status, 'button').click();
      await status.updateComplete;
      assert.equal(said(status), 'U bent niet ingelogd');
    });

    it('is there only where somebody can sign in', async () => {
      const page = mount(
        html`<data-context .tokenProvider=${{ getToken: async () => null }}
            ><session-status></session-status
          ></data-context>
          <session-status id="alone"></session-status>`,
      );
      for (const status of page.querySelectorAll('session-status')) {
        await status.updateComplete;
        assert.equal(text(status), '');
      }
    });

    it('is in the language of where it stands', async () => {
      const status = await show(undefined, 'en');
      assert.deepEqual([said(status), offered(status)], ['You are not signed in', 'Sign in']);
    });
  });

  describe('pressing', () => {
    it('signs in, out, and not twice at a time', async () => {
      const status = await show();
      const button = inside(status, 'button');
      button.click();
      await become(status, 'signing-in');
      button.click();
      await become(status, 'signed-in', { user });
      button.click();
      await status.updateComplete;
      assert.deepEqual(session.asked, ['sign-in', 'sign-out']);
      assert.equal(offered(status), 'Inloggen');
    });

    it('keeps the focus on the button, whatever it offers', async () => {
      const status = await show();
      inside(status, 'button').focus();
      for (const state of ['signing-in', 'signed-in', 'expired', 'signed-out'] as const) {
        await become(status, state, state === 'signed-in' ? { user } : {});
        assert.equal(status.shadowRoot?.activeElement?.localName, 'button', state);
      }
    });
  });

  describe('lifecycle', () => {
    it('shows the state of now when it is put back, and lets go of a session when it is away', async () => {
      const status = await show();
      const place = status.parentElement;
      status.remove();
      session.become('signed-in', { user });
      place?.append(status);
      await until(() => said(status) === 'Ingelogd als Beleidsmedewerker Enschede', 'still as it was');
    });

    it('follows another session of its context', async () => {
      const status = await show();
      const context = status.parentElement;
      const other = new TestSession();
      other.become('signed-in', { user });
      Object.assign(context ?? {}, { tokenProvider: other });
      await until(() => offered(status) === 'Uitloggen', 'never followed');
      await become(status, 'expired');
      assert.equal(offered(status), 'Uitloggen');
    });
  });

  describe('accessibility', () => {
    it('has nothing that axe-core objects to, in any state, in light and in dark', async () => {
      const status = await show();
      for (const state of ['signed-out', 'signing-in', 'signed-in', 'expired'] as const) {
        await become(status, state, { user, ...(state === 'signed-out' && { code: 'proof-refused' }) });
        assert.deepEqual(await violations(status), [], state);
      }
      darken();
      assert.deepEqual(await violations(status), []);
    });

    it('fits a window of 320 pixels, also with a long name without spaces', async () => {
      const status = await show(288);
      await become(status, 'signed-in', {
        user: { name: 'beleidsmedewerker.sociaaldomein.enschede@gemeente.example.org' },
      });
      assert.isAtMost(status.scrollWidth, 288);
      assert.isAtMost(document.documentElement.scrollWidth, document.documentElement.clientWidth);
    });

    it('shows a name as text, whatever is in it', async () => {
      const status = await show();
      const name = '<img src=x onerror=window.hacked=true>';
      await become(status, 'signed-in', { user: { name } });
      assert.equal(said(status), `Ingelogd als ${name}`);
      assert.isNull(status.shadowRoot?.querySelector('img'));
    });
  });
});
