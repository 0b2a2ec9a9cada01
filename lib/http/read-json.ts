import { HttpProblem } from "./http-problem";

export const BODY_LIMIT_BYTES = 16 * 1024;

type Accepted = { types: RegExp; limitBytes: number };

const JSON_BODY: Accepted = {
  types: /^application\/json\s*(;|$)/i,
  limitBytes: BODY_LIMIT_BYTES,
};

/**
 * Reads a JSON body without ever holding more than the limit.
 * @throws HttpProblem for another media type, a body that is too large, or one that is not JSON.
 */
export async function readJson(
  request: Request,
  { types, limitBytes }: Accepted = JSON_BODY,
): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  if (!types.test(type)) throw new HttpProblem("unsupported_media_type");
  if (Number(request.headers.get("content-length") ?? 0) > limitBytes) {
    throw new HttpProblem("body_too_large");
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limitBytes) {
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
