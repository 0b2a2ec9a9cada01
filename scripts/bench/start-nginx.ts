import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { freePort } from "../free-port";
import { localConfiguration } from "../nginx/local-configuration";
import { endsWithUs } from "../process/ends-with-us";
import { untilListens } from "../process/until-listens";

type Nginx = { proxyUrl: string; fileUrl: string; stop(): void };

/**
 * nginx with the shipped configuration in front of the shop, and beside it, with the same certificate,
 * the page as a file. `undefined` where there is no nginx.
 */
export async function startNginx(shop: string, page: string): Promise<Nginx | undefined> {
  if (spawnSync("nginx", ["-v"]).status !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "storefront-bench-"));
  const ports = { http: await freePort(0), https: await freePort(0) };
  const filePort = await freePort(0);
  writeFileSync(join(folder, "page.html"), page);
  writeFileSync(join(folder, "page.html.gz"), gzipSync(page));
  const more = `
  server {
    listen 127.0.0.1:${filePort} ssl http2;
    ssl_certificate ${folder}/fullchain.pem;
    ssl_certificate_key ${folder}/privkey.pem;
    root ${folder};
    gzip_static on;
  }`;
  const file = localConfiguration(folder, { shop, ports, more });
  const child = endsWithUs(spawn("nginx", ["-c", file, "-g", "daemon off;"], { stdio: "ignore" }));
  for (const port of [ports.https, filePort]) await untilListens(port);
  return {
    proxyUrl: `https://127.0.0.1:${ports.https}`,
    fileUrl: `https://127.0.0.1:${filePort}/page.html`,
    stop: () => {
      child.kill("SIGQUIT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
