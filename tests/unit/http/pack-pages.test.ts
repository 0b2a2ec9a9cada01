import { createServer, type IncomingMessage, type Server, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packPage } from "@/lib/http/pack-pages";

const SCRIPT = '<script src="/_next/static/one.js" async=""></script>';
const scripted = (text: string) => `<html><head>${SCRIPT}</head><body>${text}</body></html>`;

const PAGES: Record<string, string> = {
  "/one": `<p>${"one page, ".repeat(500)}</p>`,
  "/two": `<p>${"öteki sayfa, ".repeat(500)}</p>`,
  "/tagged": `<p>${"a page with a tag, ".repeat(500)}</p>`,
  "/scripted": scripted("bir sayfa, ".repeat(500)),
  "/short": "<p>a short page</p>",
  "/gone": `<p>${"an error, ".repeat(500)}</p>`,
  "/gone-scripted": scripted("bulunamadı, ".repeat(500)),
};

let server: Server;
/** How often the framework's own compression, which is put around `end`, got a plain page. */
let plainEnds = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    const page = PAGES[request.url ?? ""] ?? "";
    const end = response.end.bind(response) as (...rest: unknown[]) => typeof response;
    response.end = ((...rest: unknown[]) => {
      if (!response.hasHeader("content-encoding")) plainEnds += 1;
      return end(...rest);
    }) as typeof response.end;
    response.statusCode = request.url?.startsWith("/gone") ? 404 : 200;
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader("content-length", Buffer.byteLength(page));
    packPage(request, response);
    response.end(request.method === "HEAD" ? null : page);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => server.close());

type Reply = { status: number; headers: IncomingMessage["headers"]; body: Buffer };

/** Without the unpacking that `fetch` does by itself. */
function ask(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Reply> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const asked = send({ host: "127.0.0.1", port, path, headers, method }, (reply) => {
      const parts: Buffer[] = [];
      reply.on("data", (part: Buffer) => parts.push(part));
      reply.on("end", () =>
        resolve({
          status: reply.statusCode ?? 0,
          headers: reply.headers,
          body: Buffer.concat(parts),
        }),
      );
    });
    asked.on("error", reject).end();
  });
}

async function packed(path: string, encoding: string): Promise<Reply> {
  await expect
    .poll(
      async () => (await ask(path, { "accept-encoding": encoding })).headers["content-encoding"],
    )
    .toBe(encoding);
  return ask(path, { "accept-encoding": encoding });
}

test.each([
  ["br", brotliDecompressSync],
  ["gzip", gunzipSync],
])(
  "a page is packed once as %s, and is the same page with its true length",
  async (encoding, unpack) => {
    const reply = await packed("/two", encoding);
    expect(unpack(reply.body).toString()).toBe(PAGES["/two"]);
    expect(reply.headers["content-length"]).toBe(String(reply.body.length));
    const before = plainEnds;
    for (let round = 0; round < 5; round += 1) await ask("/two", { "accept-encoding": encoding });
    expect(plainEnds).toBe(before);
  },
);

test("the first who asks has the page at once, from the framework", async () => {
  const reply = await ask("/one", { "accept-encoding": "br" });
  expect(reply.headers["content-encoding"]).toBeUndefined();
  expect(reply.body.toString()).toBe(PAGES["/one"]);
});

test("who reads no packed form gets the plain one", async () => {
  await packed("/two", "br");
  const reply = await ask("/two", { "accept-encoding": "identity" });
  expect(reply.headers["content-encoding"]).toBeUndefined();
  expect(reply.body.toString()).toBe(PAGES["/two"]);
});

test("who knows a page is told that it is the same; another page has another tag", async () => {
  const { etag = "" } = (await ask("/tagged")).headers;
  expect(etag).toMatch(/^W\/"[\w-]+"$/);
  const again = await ask("/tagged", { "if-none-match": `"other", ${etag}` });
  expect([again.status, again.body.length, again.headers["content-length"]]).toEqual([
    304,
    0,
    undefined,
  ]);
  expect((await ask("/one", { "if-none-match": etag })).status).toBe(200);
});

/** What is seen of a page comes first, and its script waits for that. */
function expectPainted(text: string): void {
  expect(text).toContain(`<template id="after-paint">${SCRIPT}</template>`);
  expect(text.split("<template")[0]).not.toContain("<script");
}

test.each(["identity", "br"])("a page is painted before its scripts run, as %s", async (form) => {
  const reply = form === "br" ? await packed("/scripted", form) : await ask("/scripted");
  expectPainted((form === "br" ? brotliDecompressSync(reply.body) : reply.body).toString());
  expect(reply.headers["content-length"]).toBe(String(reply.body.length));
});

test("a page that is too short to be packed is not said to be", async () => {
  for (let round = 0; round < 5; round += 1) {
    const reply = await ask("/short", { "accept-encoding": "br" });
    expect(reply.headers["content-encoding"]).toBeUndefined();
    expect(reply.body.toString()).toBe(PAGES["/short"]);
  }
});

test("who asks for the headers alone hears no length that the page does not have", async () => {
  await packed("/scripted", "br");
  for (const path of ["/scripted", "/gone-scripted"]) {
    for (const form of ["br", "identity"]) {
      const head = await ask(path, { "accept-encoding": form }, "HEAD");
      const whole = await ask(path, { "accept-encoding": form });
      expect(head.status).toBe(whole.status);
      for (const name of ["content-length", "content-encoding", "etag"] as const) {
        expect([undefined, whole.headers[name]], `${path} ${name}`).toContain(head.headers[name]);
      }
    }
  }
});

test("an error is painted first as well", async () => {
  const reply = await ask("/gone-scripted");
  expect([reply.status, reply.headers.etag]).toEqual([404, undefined]);
  expectPainted(reply.body.toString());
  expect(reply.headers["content-length"]).toBe(String(reply.body.length));
});

test("an error is not kept, for addresses that lead nowhere are without number", async () => {
  const before = plainEnds;
  for (let round = 1; round <= 5; round += 1) {
    const reply = await ask("/gone", { "accept-encoding": "br" });
    expect([reply.status, reply.headers.etag]).toEqual([404, undefined]);
    expect(reply.body.toString()).toBe(PAGES["/gone"]);
    expect(plainEnds).toBe(before + round);
  }
});
