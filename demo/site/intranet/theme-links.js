/** The next theme: for the municipality that is chosen here, and signed in without a press for who is signed in here. */
const context = document.querySelector('data-context');

for (const link of document.querySelectorAll('.themes a, main a[href^="/intranet/"]')) {
  link.addEventListener('click', () => {
    const query = new URLSearchParams(location.search);
    if (context.session?.state === 'signed-in' && !query.has('inloggen')) query.set('inloggen', 'vanzelf');
    link.search = query.toString();
  });
}
