/**
 * Goes to the provider's sign-out page with the id token in the body of a form, since an address is remembered by the
 * browser and by every server it passes. In a closed shadow root, where no other script sees it; gone at once.
 */
export function postSignOut(address: string, idToken: string, target: string): void {
  const url = new URL(address);
  const form = document.createElement('form');
  form.method = 'post';
  form.action = url.origin + url.pathname;
  form.target = target;
  for (const [name, value] of [...url.searchParams, ['id_token_hint', idToken] as const]) {
    const input = document.createElement('input');
    input.type = 'hidden';
    input.name = name;
    input.value = value;
    form.append(input);
  }
  const host = document.createElement('div');
  host.attachShadow({ mode: 'closed' }).append(form);
  document.body.append(host);
  form.submit();
  host.remove();
}
