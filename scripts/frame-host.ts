import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

const FOLDER = "docs/embed";
/** What the examples call the shop. */
const EXAMPLE = "https://shop.example";

/** Serves the examples of docs/embed as another site, at an address that browsers take for a foreign one. */
export async function startFrameHost(port: number, shopUrl: string) {
  const pages = new Map(
    readdirSync(FOLDER)
      .filter((name) => name.endsWith(".html"))
      .map((name) => [
        `/${name === "shop.html" ? "" : name}`,
        readFileSync(join(FOLDER, name), "utf8").replaceAll(EXAMPLE, shopUrl),
      ]),
  );
  const server = createServer((request, response) => {
    const page = pages.get(new URL(request.url ?? "/", EXAMPLE).pathname);
    response.writeHead(page ? 200 : 404, { "content-type": "text/html; charset=utf-8" });
    response.end(page ?? "");
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
