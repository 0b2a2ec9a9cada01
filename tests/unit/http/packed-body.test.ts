import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { cachedText } from "@/lib/http/cached-json";
import { packedBody } from "@/lib/http/packed-body";

const TEXT = JSON.stringify(
  Array.from({ length: 400 }, (_, index) => ({ brand: `Brand ${index}` })),
);
const ask = (headers: Record<string, string> = {}, text = TEXT) =>
  cachedText(new Request("http://shop/api", { headers }), text, 60, { vary: "Accept-Language" });
const bytesOf = async (reply: Response) => Buffer.from(await reply.arrayBuffer());

test("each browser gets the best packing that it takes, and the same text", async () => {
  const br = ask({ "accept-encoding": "gzip, deflate, br, zstd" });
  expect(br.headers.get("content-encoding")).toBe("br");
  expect(brotliDecompressSync(await bytesOf(br)).toString()).toBe(TEXT);
  const gzip = ask({ "accept-encoding": "gzip" });
  expect(gzip.headers.get("content-encoding")).toBe("gzip");
  expect(gunzipSync(await bytesOf(gzip)).toString()).toBe(TEXT);
  expect(await ask().text()).toBe(TEXT);
});

test.each(["br;q=0", "identity", "brotli", "", "gzip;q=0.0, br; q=0"])(
  "%j gets it plain",
  (accepted) => {
    expect(ask({ "accept-encoding": accepted }).headers.get("content-encoding")).toBeNull();
  },
);

test("a text is packed once, however many ask for it", () => {
  const first = packedBody("br", TEXT, '"a"');
  expect(packedBody("br", TEXT, '"a"')?.bytes).toBe(first?.bytes);
  expect(packedBody("gzip", TEXT, '"a"')?.bytes).not.toBe(first?.bytes);
  expect(packedBody("br", "{}", '"b"')).toBeUndefined();
});

test("who has it in any packing is not sent it again", () => {
  const etag = ask({ "accept-encoding": "br" }).headers.get("etag") ?? "";
  expect(etag).toMatch(/^W\/"/);
  for (const accepted of ["br", "gzip", "identity"]) {
    const reply = ask({ "accept-encoding": accepted, "if-none-match": etag });
    expect(reply.status).toBe(304);
    expect(reply.headers.get("content-encoding")).toBeNull();
  }
});

test("caches keep the packings and the languages apart", () => {
  expect(ask().headers.get("vary")).toBe("Accept-Encoding, Accept-Language");
});
