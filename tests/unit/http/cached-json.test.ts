import { describe, expect, test } from "vitest";
import { cachedJson } from "@/lib/http/cached-json";

const ask = (body: unknown, known?: string) =>
  cachedJson(
    new Request(
      "http://localhost/x",
      known === undefined ? {} : { headers: { "if-none-match": known } },
    ),
    body,
    180,
  );
const etag = ask({ a: 1 }).headers.get("etag") ?? "";

test("a reply may be kept for its time, and longer while a new one fails", async () => {
  const reply = ask({ a: 1 });
  expect(reply.headers.get("cache-control")).toBe(
    "public, max-age=180, stale-while-revalidate=600, stale-if-error=86400",
  );
  expect(reply.headers.getSetCookie()).toEqual([]);
  expect(await reply.json()).toEqual({ a: 1 });
});

test("the same content has the same tag, another one another", () => {
  expect(ask({ a: 1 }).headers.get("etag")).toBe(etag);
  expect(ask({ a: 2 }).headers.get("etag")).not.toBe(etag);
});

describe("what is known already is not sent again", () => {
  test.each([
    ["by its tag", etag],
    ["by its tag among others", `"x", ${etag}`],
    ["by its tag as a compressing proxy marks it", `W/${etag}`],
  ])("%s", async (_name, known) => {
    const reply = ask({ a: 1 }, known);
    expect(reply.status).toBe(304);
    expect(await reply.text()).toBe("");
    expect(reply.headers.get("etag")).toBe(etag);
  });

  test("but what changed is", () => {
    expect(ask({ a: 2 }, etag).status).toBe(200);
  });
});
