/** The demo's municipal page as `npm run demo` serves it, and the same page filled beforehand, as a site that fills its pages has it. */
import { prerender } from '@peilglas/prerender';
import { createSiteKey } from '../../demo/site/intranet/site-key.mjs';
import { policy } from '../../demo/site/policy.mjs';
import { createSite } from '../../demo/site/serve-site.mjs';

/** @returns addresses of both pages, and what takes them down */
export async function serveDemoPages({ endpoint, demoSite: site }) {
  const audience = new URL(endpoint).origin;
  const siteKey = await createSiteKey({ site, audience });
  const app = await createSite({ endpoint, audience, issuer: site, clientId: 'bench', scope: 'openid', site, siteKey });
  let filled;
  app.get('/ingevuld', (_request, reply) =>
    reply
      .header('content-security-policy', policy({ connect: [endpoint], styles: filled.styleHashes }))
      .type('text/html; charset=utf-8')
      .send(filled.html),
  );
  await app.listen({ port: Number(new URL(site).port), host: 'localhost' });
  const live = await (await fetch(`${site}/`)).text();
  filled = await prerender(live, { endpoint, page: `${site}/ingevuld` });
  return { live: `${site}/`, filled: `${site}/ingevuld`, close: () => app.close() };
}
