import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, test, vi } from "vitest";
import { cachedJson } from "@/lib/http/cached-json";
import { peerHeader } from "@/lib/http/peer-header";

/** As a request looks that instrumentation has seen. */
const seen = { [peerHeader()]: "192.0.2.1" };
const ask = (source: object, headers: Record<string, string> = {}) =>
  cachedJson(new Request("http://localhost/x", { headers: { ...seen, ...headers } }), source, {
    maxAgeSeconds: 180,
  });
const known = { a: 1 };
const etag = (await ask(known)).headers.get("etag") ?? "";
const long = { text: "long enough to be packed ".repeat(100) };
const bytes = async (reply: Response) => new Uint8Array(await reply.arrayBuffer());

test("a reply may be kept for its time, and longer while a new one fails", async () => {
  const reply = await ask({ a: 1 });
  expect(reply.headers.get("cache-control")).toBe(
    "public, max-age=180, stale-while-revalidate=600, stale-if-error=86400",
  );
  expect(reply.headers.getSetCookie()).toEqual([]);
  expect(await reply.json()).toEqual({ a: 1 });
});

test("the same content has the same tag, another one another", async () => {
  expect((await ask({ a: 1 })).headers.get("etag")).toBe(etag);
  expect((await ask({ a: 2 })).headers.get("etag")).not.toBe(etag);
});

describe("what is known already is not sent again", () => {
  test.each([
    ["by its tag", etag],
    ["by its tag among others", `"x", ${etag}`],
    ["by its tag without the mark of weakness", etag.replace("W/", "")],
  ])("%s", async (_name, tag) => {
    const reply = await ask({ a: 1 }, { "if-none-match": tag });
    expect(reply.status).toBe(304);
    expect(await reply.text()).toBe("");
    expect(reply.headers.get("etag")).toBe(etag);
    expect(reply.headers.get("vary")).toBe("Accept-Encoding");
  });

  test("but what changed is", async () => {
    expect((await ask({ a: 2 }, { "if-none-match": etag })).status).toBe(200);
  });
});

describe("packing", () => {
  test.each([
    ["gzip", "gzip", gunzipSync],
    ["gzip, deflate, br, zstd", "br", brotliDecompressSync],
    ["br;q=0, gzip;q=0.5", "gzip", gunzipSync],
    ["GZIP", "gzip", gunzipSync],
  ])("for who accepts “%s” is %s", async (accept, encoding, unpack) => {
    const reply = await ask(long, { "accept-encoding": accept });
    expect(reply.headers.get("x-kept-content-encoding")).toBe(encoding);
    expect(reply.headers.get("vary")).toBe("Accept-Encoding");
    const packed = await bytes(reply);
    expect(reply.headers.get("x-kept-content-length")).toBe(String(packed.length));
    expect(JSON.parse(unpack(packed).toString())).toEqual(long);
  });

  test.each(["", "identity", "br;q=0", "gzip;q=0.000"])("is not done for “%s”", async (accept) => {
    const reply = await ask(long, accept === "" ? {} : { "accept-encoding": accept });
    expect(reply.headers.get("x-kept-content-encoding")).toBeNull();
    expect(await reply.json()).toEqual(long);
  });

  test("is not done for what a packed form would not shorten", async () => {
    const reply = await ask(known, { "accept-encoding": "gzip" });
    expect(reply.headers.get("x-kept-content-encoding")).toBeNull();
    expect(await reply.json()).toEqual(known);
  });

  test("is not done where nobody would put its headers in", async () => {
    const request = new Request("http://localhost/x", { headers: { "accept-encoding": "gzip" } });
    const reply = await cachedJson(request, long, { maxAgeSeconds: 1 });
    expect(reply.headers.get("x-kept-content-encoding")).toBeNull();
    expect(await reply.json()).toEqual(long);
  });

  test("is done once for a source, and so is writing", async () => {
    const source = { text: "x".repeat(5_000) };
    const toBody = vi.fn((body: object) => body);
    const request = () =>
      new Request("http://localhost/x", { headers: { ...seen, "accept-encoding": "br" } });
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => cachedJson(request(), source, { maxAgeSeconds: 1 }, toBody)),
    );
    expect(toBody).toHaveBeenCalledTimes(1);
    const [first, ...others] = await Promise.all(replies.map(bytes));
    for (const other of others) expect(other).toEqual(first);
  });

  test("says what else a reply differs by", async () => {
    const request = new Request("http://localhost/x");
    const reply = await cachedJson(request, long, { maxAgeSeconds: 1, vary: "Accept-Language" });
    expect(reply.headers.get("vary")).toBe("Accept-Language, Accept-Encoding");
  });
});
