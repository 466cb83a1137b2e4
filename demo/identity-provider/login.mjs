import { readFile } from 'node:fs/promises';
import { accounts, findAccount } from './accounts.mjs';
import { errorPage, loginPage } from './pages.mjs';

const files = {
  '/stijl/site.css': ['../site/site.css', 'text/css'],
  '/stijl/login.css': ['login.css', 'text/css'],
  '/stijl/icon.svg': ['../site/icon.svg', 'image/svg+xml'],
};
const mostBytes = 4096;

/**
 * Every answer under the strictest policy there is. `form-action` must name the sites too: a browser applies it to the
 * redirects that follow a form, and the last of those goes back to the site.
 */
export function protect(siteOrigins) {
  const policy = [
    "default-src 'none'",
    'script-src',
    "style-src 'self'",
    "img-src 'self'",
    `form-action 'self' ${siteOrigins.join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return async (ctx, next) => {
    ctx.set({
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    await next();
  };
}

/** The login page, what is chosen on it, and the files it needs. */
export function login(provider, siteOrigins) {
  return async (ctx, next) => {
    const file = files[ctx.path];
    if (file) {
      const [path, type] = file;
      ctx.type = type;
      ctx.body = await readFile(new URL(path, import.meta.url));
      return;
    }
    if (!/^\/inloggen\/[\w-]+$/.test(ctx.path)) return next();
    ctx.type = 'html';
    ctx.set('cache-control', 'no-store');
    try {
      await provider.interactionDetails(ctx.req, ctx.res);
    } catch {
      // The back button, or a page left open: the sign-in it belonged to is over.
      ctx.status = 400;
      ctx.body = errorPage(siteOrigins[0]);
      return;
    }
    if (ctx.method !== 'POST') {
      ctx.body = loginPage({ accounts, action: ctx.path });
      return;
    }
    const choice = await readForm(ctx.req);
    const account = findAccount(choice.get('account'));
    const cancelled = choice.get('actie') === 'annuleren';
    if (!cancelled && !account) {
      ctx.status = 422;
      ctx.body = loginPage({ accounts, action: ctx.path, missing: true });
      return;
    }
    const result = cancelled
      ? { error: 'access_denied', error_description: 'The visitor cancelled' }
      : { login: { accountId: account.id, remember: false } };
    ctx.status = 303;
    ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, result, { mergeWithLastSubmission: false }));
  };
}

async function readForm(request) {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk;
    if (text.length > mostBytes) break;
  }
  return new URLSearchParams(text.slice(0, mostBytes));
}
