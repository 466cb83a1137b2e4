/*
 * For browsers that are too old for the elements: says so in the place of each figure, above what the page put there. A plain
 * script in old JavaScript, so that those browsers can read it: <script src="peilglas-too-old.js" defer></script>.
 */
(function () {
  function isNewEnough() {
    return (
      window.CSS &&
      CSS.supports &&
      CSS.supports('container-type', 'inline-size') &&
      'attachInternals' in HTMLElement.prototype &&
      'adoptedStyleSheets' in document
    );
  }

  var texts = {
    nl: 'Uw browser is te oud om dit cijfer te tonen. Gebruik een nieuwere versie of een andere browser.',
    en: 'Your browser is too old to show this figure. Use a newer version or another browser.',
    de: 'Ihr Browser ist zu alt, um diese Zahl zu zeigen. Nutzen Sie eine neuere Version oder einen anderen Browser.',
    fy: 'Jo browser is te âld om dit sifer sjen te litten. Brûk in nijere ferzje of in oare browser.',
  };
  var figures =
    'kpi-tile,trend-chart,data-table,municipality-compare,municipality-map,share-chart,population-pyramid,' +
    'definition-panel,statistical-yearbook,[data-peil]:not([data-peil="data-context"])';

  function explain() {
    var places = document.querySelectorAll(figures);
    for (var index = 0; index < places.length; index++) {
      var nearest = places[index];
      while (nearest && !(nearest.getAttribute && nearest.getAttribute('lang'))) nearest = nearest.parentNode;
      var lang = nearest ? nearest.getAttribute('lang').slice(0, 2).toLowerCase() : 'nl';
      var said = document.createElement('p');
      said.appendChild(document.createTextNode(texts.hasOwnProperty(lang) ? texts[lang] : texts.nl));
      places[index].insertBefore(said, places[index].firstChild);
    }
  }

  if (isNewEnough()) return;
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', explain);
  else explain();
})();
