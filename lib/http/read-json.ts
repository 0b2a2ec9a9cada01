import { BodyTooLarge, readJsonBody } from "../read-json-body";
import { HttpProblem } from "./http-problem";

export const BODY_LIMIT_BYTES = 16 * 1024;

type Accepted = { types: RegExp; limitBytes: number };

const JSON_BODY: Accepted = {
  types: /^application\/json\s*(;|$)/i,
  limitBytes: BODY_LIMIT_BYTES,
};

/**
 * Reads a JSON body without ever holding more than the limit.
 * @throws HttpProblem for another media type, a body that is too large, or one that is not JSON or breaks off.
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
  try {
    return await readJsonBody(request.body ?? [], limitBytes);
  } catch (error) {
    throw new HttpProblem(error instanceof BodyTooLarge ? "body_too_large" : "bad_request");
  }
}
