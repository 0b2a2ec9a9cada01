import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { paintRendered } from "@/lib/http/paint-rendered";

const SCRIPT = '<script src="/_next/static/one.js" async=""></script>';
const DOCUMENT = `<html><head>${SCRIPT}</head><body>Öffnen 🎁</body></html>`;

let server: Server;
beforeAll(async () => {
  server = createServer((request, response) => {
    paintRendered(response);
    const bytes = Buffer.from(DOCUMENT);
    if (request.url === "/parts") {
      // Also between the bytes of one letter.
      const cut = bytes.indexOf("🎁") + 2;
      response.write(bytes.subarray(0, cut));
      response.write(bytes.subarray(cut));
      response.end();
    } else if (request.url === "/whole") response.end(DOCUMENT);
    else if (request.url === "/measured") {
      response.setHeader("content-length", bytes.length);
      response.end(DOCUMENT);
    } else if (request.url === "/nothing") response.writeHead(204).end();
    else {
      response.write(bytes.subarray(0, 20));
      response.destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => server.close());

const ask = (path: string) =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);

test.each(["/parts", "/whole", "/measured"])(
  "a document that comes %s is sent with its scripts last",
  async (path) => {
    const text = await (await ask(path)).text();
    expect(text).toContain("<head></head><body>Öffnen 🎁<template");
    expect(text).toContain(`${SCRIPT}</template>`);
  },
);

test("an answer without a body has none", async () => {
  expect((await ask("/nothing")).status).toBe(204);
});

test("a page that breaks off is not sent as if it were whole", async () => {
  await expect(ask("/broken")).rejects.toThrow();
});
