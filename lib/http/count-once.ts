/** Shorter texts are counted in no time. */
const LETTERS_MIN = 10_000;

/**
 * Lets what knows a long text already say of how many bytes it is. The framework counts those of a cached page
 * anew for each request, letter by letter on Node 20, which takes longer than all that the shop does for one.
 * @param knownBytes the length of a text in UTF-8, or nothing where it is not known.
 */
export function countOnce(knownBytes: (text: string) => number | undefined): void {
  const count = Buffer.byteLength;
  const byteLength: typeof count = (text, encoding) => {
    const isLong = typeof text === "string" && text.length >= LETTERS_MIN && encoding === undefined;
    return (isLong ? knownBytes(text) : undefined) ?? count(text, encoding);
  };
  Object.assign(Buffer, { byteLength });
}
