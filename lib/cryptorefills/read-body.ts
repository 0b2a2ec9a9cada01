export const BODY_LIMIT_BYTES = 8 * 1024 * 1024;

/** Reads a body as JSON without holding more than the limit. Throws when it is larger or no JSON. */
export async function readBody(chunks: AsyncIterable<Uint8Array>): Promise<unknown> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > BODY_LIMIT_BYTES) throw new Error("the body is too large");
    parts.push(chunk);
  }
  return JSON.parse(Buffer.concat(parts).toString("utf8"));
}
