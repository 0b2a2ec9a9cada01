/** Words that stand for pages beside the brands of a country. */
const RESERVED = new Set(["browse"]);

export function slugify(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ı/g, "i")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 80);
}

/**
 * A slug for every brand of a country: the name where it is alone with it; every member of a collision
 * gets the head of its id, so that a slug never depends on the order of a list.
 */
export function slugsOf(brands: readonly { id: string; name: string }[]): Map<string, string> {
  const owners = new Map<string, number>();
  for (const { name } of brands) owners.set(slugify(name), (owners.get(slugify(name)) ?? 0) + 1);
  return new Map(
    brands.map(({ id, name }) => {
      const slug = slugify(name);
      const shared = slug === "" || RESERVED.has(slug) || (owners.get(slug) ?? 0) > 1;
      const head = id
        .replace(/[^A-Za-z0-9]/g, "")
        .slice(0, 6)
        .toLowerCase();
      return [id, shared ? `${slug || "brand"}-${head}` : slug];
    }),
  );
}
