/** What the identity provider remembers, for as long as it runs: nothing of the demo's sign-ins is written anywhere. */

/** @returns the store of one kind of thing (sessions, grants, codes, …), as oidc-provider asks for it by name */
export function memoryAdapters() {
  const shelves = new Map();
  const shelf = (name) => {
    if (!shelves.has(name)) shelves.set(name, new Map());
    return shelves.get(name);
  };
  return (name) => {
    const items = shelf(name);
    const find = (id) => {
      const item = items.get(id);
      if (item && item.until > Date.now()) return item.payload;
      items.delete(id);
      return undefined;
    };
    const findBy = (key, value) => [...items.keys()].map(find).find((payload) => payload?.[key] === value);
    return {
      upsert: async (id, payload, seconds) => {
        items.set(id, { payload, until: seconds ? Date.now() + seconds * 1000 : Infinity });
      },
      find: async (id) => find(id),
      findByUid: async (uid) => findBy('uid', uid),
      findByUserCode: async (code) => findBy('userCode', code),
      consume: async (id) => {
        const payload = find(id);
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => {
        items.delete(id);
      },
      revokeByGrantId: async (grantId) => {
        for (const [id, { payload }] of items) if (payload.grantId === grantId) items.delete(id);
      },
    };
  };
}
