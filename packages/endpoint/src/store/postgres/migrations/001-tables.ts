/**
 * Tables of the store. Each has what rows are looked up by first in its primary key, which is also what to distribute it by
 * on more than one machine; no table refers to another. Texts are kept as text, since `jsonb` would reorder their fields.
 */
export const tables = `
CREATE TABLE peilglas.version_number (
  table_id text PRIMARY KEY,
  last integer NOT NULL
);

CREATE TABLE peilglas.version (
  table_id text NOT NULL,
  version integer NOT NULL,
  description text NOT NULL,
  retraction text,
  PRIMARY KEY (table_id, version)
);

CREATE TABLE peilglas.observation (
  table_id text NOT NULL,
  version integer NOT NULL,
  block bigint NOT NULL,
  figures double precision[] NOT NULL,
  statuses text NOT NULL,
  PRIMARY KEY (table_id, version, block)
);

CREATE TABLE peilglas.saved_query (
  id text PRIMARY KEY,
  query text NOT NULL
);

CREATE TABLE peilglas.revision (
  id integer PRIMARY KEY CHECK (id = 1),
  revision bigint NOT NULL
);

INSERT INTO peilglas.revision (id, revision) VALUES (1, 0);
`;
