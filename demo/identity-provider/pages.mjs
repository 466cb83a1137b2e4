/** The pages of the identity provider: plain Dutch, no script, in the style of the demo site. */

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text) => String(text).replace(/[&<>"']/g, (character) => escapes[character]);

function page(title, content) {
  return `<!doctype html>
<html lang="nl">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${escape(title)} – Inloggen bij de gemeente</title>
    <link rel="icon" href="/stijl/icon.svg" />
    <link rel="stylesheet" href="/stijl/site.css" />
    <link rel="stylesheet" href="/stijl/login.css" />
  </head>
  <body>
    <header class="site-header">
      <div class="wrap"><p class="brand">Inloggen bij de gemeente</p></div>
    </header>
    <main class="wrap login">
      <h1>${escape(title)}</h1>
      ${content}
    </main>
    <footer class="site-footer">
      <div class="wrap">
        <p>Dit is een voorbeeld. In het echt logt u hier in met het account van uw eigen gemeente.</p>
      </div>
    </footer>
  </body>
</html>
`;
}

/**
 * @param {object} options
 * @param {readonly import('./accounts.mjs').Account[]} options.accounts
 * @param {string} options.action where the choice is posted to
 * @param {boolean} [options.missing] whether nothing was chosen the time before
 */
export function loginPage({ accounts, action, missing = false }) {
  const choice = ({ id, name, hint }) => `
        <p class="choice">
          <input type="radio" name="account" id="${escape(id)}" value="${escape(id)}" aria-describedby="${escape(id)}-uitleg" />
          <label for="${escape(id)}">${escape(name)}</label>
          <span class="hint" id="${escape(id)}-uitleg">${escape(hint)}</span>
        </p>`;
  const complaint = missing ? '<p class="complaint" id="fout" role="alert">Kies eerst een account.</p>' : '';
  return page(
    'Inloggen',
    `<form method="post" action="${escape(action)}">
      ${complaint}
      <fieldset${missing ? ' aria-describedby="fout"' : ''}>
        <legend>Met welk account wilt u inloggen?</legend>${accounts.map(choice).join('')}
      </fieldset>
      <p class="buttons">
        <button class="primary" name="actie" value="inloggen">Inloggen</button>
        <button name="actie" value="annuleren">Annuleren</button>
      </p>
    </form>`,
  );
}

/** @param {string} form the form that oidc-provider wants to be sent, with its own secret */
export function logoutPage(form) {
  return page(
    'Uitloggen',
    `<p class="lead">U logt uit bij deze gemeente. Daarmee logt u ook uit op andere pagina’s waar u zo bent ingelogd.</p>
      ${form}
      <p class="buttons">
        <button class="primary" form="op.logoutForm" name="logout" value="yes">Uitloggen</button>
        <button form="op.logoutForm">Ingelogd blijven</button>
      </p>`,
  );
}

export function loggedOutPage() {
  return page('U bent uitgelogd', '<p class="lead">U kunt dit venster sluiten.</p>');
}

/** @param {string} back address of the site that a visitor most likely comes from */
export function errorPage(back) {
  return page(
    'Inloggen lukt niet',
    `<p class="lead">
        Dit inlogscherm is verlopen of al gebruikt. Ga terug naar de pagina waar u was en log daar opnieuw in.
      </p>
      <p><a href="${escape(back)}">Naar de pagina van de gemeente</a></p>`,
  );
}
