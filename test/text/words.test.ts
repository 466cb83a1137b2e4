import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  MalformedDatasetError,
  NetworkError,
  RefusedError,
  SelectionError,
  TimeoutError,
  TooManyCellsError,
  UnavailableError,
} from '@peilglas/model';
import {
  adoptWordsFor,
  chartWordsFor,
  compareWordsFor,
  definitionWordsFor,
  describeFailure,
  embedWordsFor,
  isLoaded,
  isNoTrouble,
  loadLanguage,
  mapWordsFor,
  pickerWordsFor,
  pyramidWordsFor,
  sessionWordsFor,
  shareWordsFor,
  tableWordsFor,
  trendWordsFor,
  wordsFor,
  yearbookWordsFor,
} from '@peilglas/text';

await loadLanguage('en');

const [nl, en] = [wordsFor('nl'), wordsFor('en')];
const ways = [
  wordsFor,
  adoptWordsFor,
  chartWordsFor,
  compareWordsFor,
  definitionWordsFor,
  embedWordsFor,
  mapWordsFor,
  pickerWordsFor,
  pyramidWordsFor,
  sessionWordsFor,
  shareWordsFor,
  tableWordsFor,
  trendWordsFor,
  yearbookWordsFor,
];
const catalogues = ways.map((of) => ({ dutch: of('nl'), english: of('en') }));

/** Every key with its kind, nested ones too: `failures.network: string`. */
function shape(words: object, path = ''): string[] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? shape(value, `${path}${key}.`) : [`${path}${key}: ${typeof value}`],
  );
}

describe('the catalogues', () => {
  it('have the same keys in the same order', () => {
    for (const { dutch, english } of catalogues) {
      assert.notEqual(dutch, english);
      assert.deepEqual(shape(english), shape(dutch));
    }
  });

  it('are Dutch until their language is loaded, and where we do not have it', () => {
    for (const of of ways) {
      assert.equal(of('de'), of('nl'));
      assert.equal(of('ja'), of('nl'));
    }
  });

  it('wait for a language that is still to be loaded, and for no other', () => {
    assert.deepEqual(['nl', 'en', 'en-GB', 'ja', 'de'].map(isLoaded), [true, true, true, true, false]);
  });

  it('leave no text empty or untrimmed', () => {
    for (const words of catalogues.flatMap(({ dutch, english }) => [dutch, english])) {
      const texts = Object.values(words).flatMap((value: unknown) => (typeof value === 'string' ? [value] : []));
      for (const text of texts) assert.equal(text, text.trim() || 'a text');
    }
  });

  it('address the reader formally in Dutch', () => {
    const texts = catalogues.flatMap(({ dutch }) => Object.values(dutch).map(String)).join('\n');
    assert.doesNotMatch(texts, /\b(?:je|jij|jou|jouw|jullie)\b/i);
  });
});

describe('load states', () => {
  it('name the selection, the theme and the date where these are known', () => {
    assert.equal(nl.empty('Losser, 2023'), 'Geen cijfers voor deze selectie: Losser, 2023');
    assert.equal(nl.empty(''), 'Geen cijfers voor deze selectie');
    assert.equal(nl.noAccess('Jeugd'), 'U hebt geen toegang tot thema Jeugd');
    assert.equal(nl.noAccess(''), 'U hebt geen toegang tot deze cijfers');
    assert.equal(nl.stale('12 maart 2025'), 'Bijgewerkt op 12 maart 2025, vernieuwen lukt nu niet');
    assert.equal(en.noAccess('Youth'), 'You do not have access to the theme Youth');
  });

  it('have plain words for each cause of failure', () => {
    const errors = [
      new NetworkError(),
      new TimeoutError(),
      new MalformedDatasetError('$', 'an object'),
      new TooManyCellsError(),
      new UnavailableError(429),
      new RefusedError(400),
      new UnavailableError(503),
    ];
    const said = errors.map(({ code }) => describeFailure(code, 'nl'));
    assert.deepEqual(said, Object.values(nl.failures).slice(0, 7));
    assert.equal(describeFailure(new SelectionError('Tijd', null, '').code, 'nl'), nl.failures.generic);
    for (const code of ['', 'toString', 'http-302']) assert.equal(describeFailure(code, 'en'), en.failures.generic);
    assert.equal(describeFailure('http-404', 'en'), en.failures['http-4']);
  });
});

it('nothing wrong, a sign-in that was called off and one that is needed are no trouble', () => {
  const codes = [undefined, '', 'cancelled', 'sign-in-needed', 'network', 'http-503'];
  assert.deepEqual(codes.map(isNoTrouble), [true, true, true, true, false, false]);
});

describe('definition panel', () => {
  const about = { title: 'Inwoners', region: 'Enschede', period: '2023', url: 'https://example.org/#inwoners' };

  it('cites source, title, place, period, version and day', () => {
    assert.equal(
      definitionWordsFor('nl').cite({ ...about, source: 'CBS', version: '3', seen: '12 maart 2025' }),
      'CBS: Inwoners, Enschede, 2023 (versie 3). Bekeken op 12 maart 2025, https://example.org/#inwoners',
    );
    assert.equal(
      definitionWordsFor('en').cite({ ...about, region: '', source: 'CBS', version: null, seen: '12 March 2025' }),
      'CBS: Inwoners, 2023. Seen on 12 March 2025, https://example.org/#inwoners',
    );
  });

  it('writes a mail about exactly this figure', () => {
    const question = { ...about, figure: '161.235 inwoners' };
    assert.equal(definitionWordsFor('nl').askSubject(question), 'Vraag over: Inwoners, Enschede, 2023');
    assert.ok(
      definitionWordsFor('nl')
        .askBody(question)
        .includes('Inwoners, Enschede, 2023: 161.235 inwoners\nhttps://example.org/#inwoners'),
    );
    const none = definitionWordsFor('nl').askBody({ ...question, figure: '' });
    assert.ok(none.includes('Inwoners, Enschede, 2023\nhttps://example.org/#inwoners'));
  });
});
