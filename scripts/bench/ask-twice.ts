import { type IncomingMessage, request } from "node:http";

type Reply = { status: number; headers: IncomingMessage["headers"]; bytes: Buffer };

/** Asks as it came over the wire: `fetch` would unpack the answer. */
function ask(url: string, headers: Record<string, string>): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const call = request(url, { headers }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on("data", (chunk: Buffer) => chunks.push(chunk));
      reply.on("end", () =>
        resolve({
          status: reply.statusCode ?? 0,
          headers: reply.headers,
          bytes: Buffer.concat(chunks),
        }),
      );
    });
    call.on("error", reject);
    call.end();
  });
}

/**
 * Whether who knows an answer is sent it again, and whether the same bytes come each time, with their
 * length before them: what is packed while it is sent has none.
 */
export async function askTwice(url: string): Promise<{ sentAgain: number; packedAgain: number }> {
  let sentAgain = 0;
  let packedAgain = 0;
  for (const encoding of ["gzip", "br"]) {
    const asked = { "accept-encoding": encoding };
    const first = await ask(url, asked);
    const second = await ask(url, asked);
    const known = await ask(url, { ...asked, "if-none-match": first.headers.etag ?? "" });
    const packedOnce =
      first.headers["content-encoding"] === encoding &&
      first.headers["content-length"] === String(first.bytes.length) &&
      /accept-encoding/i.test(first.headers.vary ?? "") &&
      first.bytes.equals(second.bytes);
    if (!packedOnce) packedAgain += 1;
    if (known.status !== 304 || known.bytes.length > 0) sentAgain += 1;
  }
  return { sentAgain, packedAgain };
}
