import MagicString from 'magic-string';

/**
 * Rollup plugin, after the minifier: a chunk exports things by the names that they have inside it. Rollup gives them short
 * names of its own, before the minifier does; both lists together are some hundred bytes on every page.
 *
 * @param {string} shared file name of the chunk; it must have no exports that somebody outside the bundle asks for by name
 */
export function sameNamesPlugin(shared) {
  let known = Promise.withResolvers();
  return {
    name: 'same-names',
    renderStart() {
      known = Promise.withResolvers();
    },
    async renderChunk(code, { fileName, imports, dynamicImports }) {
      const source = new MagicString(code);
      if (fileName === shared) known.resolve(rename(source, code));
      else if (imports.includes(shared)) follow(source, code, await known.promise, shared);
      if (dynamicImports.includes(shared) && new RegExp(`import\\("[^"]*${shared}"\\)\\)?\\.then\\([^()]`).test(code)) {
        this.error(`${fileName} asks for exports of ${shared} by name`);
      }
      return source.hasChanged() ? { code: source.toString(), map: source.generateMap({ hires: 'boundary' }) } : null;
    },
  };
}

/** @returns {ReadonlyMap<string, string>} the name inside for each name that Rollup gave */
function rename(source, code) {
  const list = /export\{([^}]*)\}/.exec(code);
  if (!list) return new Map();
  const pairs = list[1].split(',').map((each) => each.split(' as '));
  source.update(list.index, list.index + list[0].length, `export{${pairs.map(([inside]) => inside).join(',')}}`);
  return new Map(pairs.map(([inside, outside = inside]) => [outside, inside]));
}

function follow(source, code, names, shared) {
  const list = new RegExp(`import\\{([^}]*)\\}(?=from"[^"]*${shared}")`).exec(code);
  if (!list) return;
  const written = list[1].split(',').map((each) => {
    const [outside, local = outside] = each.split(' as ');
    const inside = names.get(outside);
    if (inside === undefined) throw new Error(`${shared} exports no ${outside}`);
    return inside === local ? local : `${inside} as ${local}`;
  });
  source.update(list.index, list.index + list[0].length, `import{${written.join(',')}}`);
}
