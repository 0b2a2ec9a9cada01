/** A body holds more than its reader takes. */
export class BodyTooLarge extends Error {}

/**
 * Reads a body as JSON without ever holding more than the limit; its source is closed at the limit.
 * @throws BodyTooLarge, SyntaxError for what is no JSON, and whatever the source throws.
 */
export async function readJsonBody(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limitBytes: number,
): Promise<unknown> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > limitBytes) throw new BodyTooLarge("the body is too large");
    parts.push(chunk);
  }
  return JSON.parse(Buffer.concat(parts).toString("utf8"));
}
