import { readJsonBody } from "../read-json-body";

/** The largest catalogue is a fraction of it. */
export const BODY_LIMIT_BYTES = 8 * 1024 * 1024;

/** Reads an answer of upstream's. Throws when it is too large or no JSON. */
export const readBody = (chunks: AsyncIterable<Uint8Array>): Promise<unknown> =>
  readJsonBody(chunks, BODY_LIMIT_BYTES);
