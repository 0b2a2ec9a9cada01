import { HttpProblem } from "./http-problem";

export const BODY_LIMIT_BYTES = 16 * 1024;

/**
 * Reads a JSON body without ever holding more than the limit.
 * @throws HttpProblem for another media type, a body that is too large, or one that is not JSON.
 */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\s*(;|$)/i.test(type)) throw new HttpProblem("unsupported_media_type");
  if (Number(request.headers.get("content-length") ?? 0) > BODY_LIMIT_BYTES) {
    throw new HttpProblem("body_too_large");
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > BODY_LIMIT_BYTES) {
      await reader.cancel();
      throw new HttpProblem("body_too_large");
    }
    chunks.push(value);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    throw new HttpProblem("bad_request");
  }
}
