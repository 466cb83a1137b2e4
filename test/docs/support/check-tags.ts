/** Our tags in code, by `custom-elements.json`. */
import { elements } from './manifest.ts';

const attributesOf = new Map(
  elements.map(({ tagName, attributes = [] }) => [tagName, new Set(attributes.map(({ name }) => name))]),
);
/** Of every element. */
const ofAll = /^(id|class|lang|slot|style|hidden|dir|key|ref|data-[a-z-]+|aria-[a-z-]+|on[a-z-]+|[@(][a-z-]+)$/;
/** What a page in a frame takes beside the attributes of its element. */
const ofAddress = ['element', 'lang', 'theme', 'scheme'];

function faultsOf(tag: string, names: readonly string[]): readonly string[] {
  const known = attributesOf.get(tag);
  if (!known) return [`there is no <${tag}>`];
  return names.filter((name) => !known.has(name) && !ofAll.test(name)).map((name) => `<${tag}> has no ${name}`);
}

/** Tags and attributes that there are not: written as tags, as `data-peil`, or in the address of a frame. */
export function tagFaults(code: string): readonly string[] {
  // What stands within quotes and braces may hold anything.
  const plain = code.replaceAll(/\{[^{}]*\}|\$\{[^}]*\}/g, '""');
  const tags = [...plain.matchAll(/<([a-z]+(?:-[a-z]+)+)((?:[^<>"]|"[^"]*")*)>/g)].flatMap(([, tag = '', rest = '']) =>
    faultsOf(
      tag,
      namesIn(rest).map((name) => name.replace(/^:/, '')),
    ),
  );
  const places = [...plain.matchAll(/<\w+((?:[^<>"]|"[^"]*")*\sdata-peil="([^"]*)"(?:[^<>"]|"[^"]*")*)>/g)].flatMap(
    ([, rest = '', tag = '']) =>
      faultsOf(
        tag,
        namesIn(rest)
          .filter((name) => name.startsWith('data-') && name !== 'data-peil')
          .map((name) => name.slice('data-'.length)),
      ),
  );
  const frames = [...code.matchAll(/embed\.html\?([^"]*)"/g)].flatMap(([, query = '']) => {
    const parameters = new URLSearchParams(query.replaceAll('&amp;', '&'));
    const names = [...parameters.keys()].filter((name) => !ofAddress.includes(name));
    return faultsOf(parameters.get('element') ?? '', names);
  });
  return [...tags, ...places, ...frames];
}

function namesIn(attributes: string): readonly string[] {
  const bare = attributes.replaceAll(/"[^"]*"/g, '');
  return [...bare.matchAll(/([@:(\w-]+)/g)].map(([, name = '']) => name);
}
