/** How many entries the lists of these names hold, wherever in a body they stand. */
export function countEntries(body: unknown, names: ReadonlySet<string>): number {
  if (Array.isArray(body)) return body.reduce((sum, entry) => sum + countEntries(entry, names), 0);
  if (typeof body !== "object" || body === null) return 0;
  return Object.entries(body).reduce((sum, [name, value]) => {
    const own = names.has(name) && Array.isArray(value) ? value.length : 0;
    return sum + own + countEntries(value, names);
  }, 0);
}

/** Counts the same lists before and after parsing; what is missing after could not be read. */
export function countBoth(...names: string[]) {
  const wanted = new Set(names);
  return (body: unknown, parsed: unknown) => ({
    total: countEntries(body, wanted),
    usable: countEntries(parsed, wanted),
  });
}
