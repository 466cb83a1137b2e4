/** Whether the place of a store is a connection string; else it is a folder. */
export function isDatabase(location: string): boolean {
  return /^postgres(ql)?:/i.test(location);
}

/** Whether it is an address, but not of PostgreSQL: as a folder it would be made, with a password in its name. */
export function isElsewhere(location: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\//i.test(location) && !isDatabase(location);
}
