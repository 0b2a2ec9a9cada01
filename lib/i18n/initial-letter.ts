/**
 * The letter under which a name stands in an index. What is an accent to one language is a letter of its
 * own to another: Å stands under A in English, and Ş after S in Turkish.
 */
export function initialLetter(name: string, locale: string): string {
  const first = name.charAt(0).toLocaleUpperCase(locale);
  const bare = first.normalize("NFD").charAt(0);
  const same = first.localeCompare(bare, locale, { sensitivity: "base" }) === 0;
  return same ? bare : first;
}
