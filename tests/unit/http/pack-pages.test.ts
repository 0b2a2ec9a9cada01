import { createServer, get, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packPage } from "@/lib/http/pack-pages";

const PAGES: Record<string, string> = {
  "/one": `<p>${"one page, ".repeat(500)}</p>`,
  "/two": `<p>${"öteki sayfa, ".repeat(500)}</p>`,
  "/tagged": `<p>${"a page with a tag, ".repeat(500)}</p>`,
  "/gone": `<p>${"an error, ".repeat(500)}</p>`,
};

let server: Server;
/** How often the framework's own compression, which is put around `end`, got a plain page. */
let plainEnds = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    const page = PAGES[request.url ?? ""] ?? "";
    const end = response.end.bind(response) as (...rest: unknown[]) => typeof response;
    response.end = ((...rest: unknown[]) => {
      if (typeof rest[0] === "string") plainEnds += 1;
      return end(...rest);
    }) as typeof response.end;
    response.statusCode = request.url === "/gone" ? 404 : 200;
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader("content-length", Buffer.byteLength(page));
    packPage(request, response);
    response.end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => server.close());

type Reply = { status: number; headers: IncomingMessage["headers"]; body: Buffer };

/** Without the unpacking that `fetch` does by itself. */
function ask(path: string, headers: Record<string, string> = {}): Promise<Reply> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", port, path, headers }, (reply) => {
      const parts: Buffer[] = [];
      reply.on("data", (part: Buffer) => parts.push(part));
      reply.on("end", () =>
        resolve({
          status: reply.statusCode ?? 0,
          headers: reply.headers,
          body: Buffer.concat(parts),
        }),
      );
    }).on("error", reject);
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

test("an error is left as it is", async () => {
  const reply = await ask("/gone", { "accept-encoding": "br" });
  expect([reply.status, reply.headers.etag]).toEqual([404, undefined]);
  expect(reply.body.toString()).toBe(PAGES["/gone"]);
});
