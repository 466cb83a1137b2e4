/** A chosen municipality goes along to the next theme: it stands in the query string, see `sync-url`. */
for (const link of document.querySelectorAll('.themes a, main a[href^="/intranet/"]')) {
  link.addEventListener('click', () => {
    link.search = location.search;
  });
}
