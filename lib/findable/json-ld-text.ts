const ESCAPES: Readonly<Record<string, string>> = {
  "<": "\\u003c",
  ">": "\\u003e",
  "&": "\\u0026",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
};

/**
 * Data for machines as the text of a script element. No name in it can end the element or begin a
 * comment, and a machine that reads JSON reads the same data.
 */
export function jsonLdText(data: Readonly<Record<string, unknown>>): string {
  const text = JSON.stringify({ "@context": "https://schema.org", ...data });
  return text.replace(/[<>&\u2028\u2029]/g, (character) => ESCAPES[character] ?? "");
}
