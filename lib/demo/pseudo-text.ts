/** One Hebrew letter for each Latin one, so that a text really runs from right to left. */
const LETTERS = "אבגדהוזחטיכלמנסעפצקרשתאבגד";

/**
 * A text in no language: a third longer than English and written from right to left. Placeholders
 * stay as they are, so that whatever is wrong with the page's layout shows before anybody translates.
 */
function pseudoText(text: string): string {
  const parts = text.split(/(\{\w+\})/);
  const letters = parts.map((part) => (part.startsWith("{") ? part : mirrored(part))).join("");
  const padding = "אבגדה ".repeat(Math.ceil(text.length / 18)).trim();
  return `${letters} ${padding}`;
}

const mirrored = (text: string): string =>
  text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[a-z]/g, (letter) => LETTERS[letter.charCodeAt(0) - 97] ?? letter);

/** All sentences of a surface in the pseudo language; their shape stays. */
export function pseudoMessages<T>(messages: T): T {
  if (typeof messages === "string") return pseudoText(messages) as T;
  if (typeof messages !== "object" || messages === null) return messages;
  return Object.fromEntries(
    Object.entries(messages).map(([key, value]) => [key, pseudoMessages(value)]),
  ) as T;
}
