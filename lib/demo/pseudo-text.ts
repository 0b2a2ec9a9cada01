/** One Hebrew letter for each Latin one, so that a text really runs from right to left. */
const LETTERS = "אבגדהוזחטיכלמנסעפצקרשתאבגד";

/**
 * A text in no language: two fifths longer than English and written from right to left. What stands in
 * braces stays as it is, so that whatever is wrong with the page's layout shows before anybody translates.
 */
function pseudoText(text: string): string {
  const letters = outsideBraces(text, mirrored);
  const padding = "אבגדה ".repeat(Math.ceil(text.length / 15)).trim();
  return `${letters} ${padding}`;
}

/** Changes what is no placeholder and no plural, however deep its braces go. */
function outsideBraces(text: string, change: (part: string) => string): string {
  let depth = 0;
  return text
    .split(/([{}])/)
    .map((part) => {
      if (part === "{") depth += 1;
      if (part === "}") depth -= 1;
      return depth > 0 || part === "}" ? part : change(part);
    })
    .join("");
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
