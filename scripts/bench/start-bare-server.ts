import { spawn } from "node:child_process";
import { freePort } from "../free-port";
import { endsWithUs } from "../process/ends-with-us";
import { untilListens } from "../process/until-listens";

/** The least that Node can do, in a process of its own: one answer, packed and kept in memory. */
const PROGRAM = `
  const { createServer } = require("node:http");
  const body = require("node:zlib").gzipSync(require("node:fs").readFileSync(0));
  createServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-encoding": "gzip",
      "content-length": body.length });
    response.end(body);
  }).listen(Number(process.env.PORT), "127.0.0.1");
`;

export async function startBareServer(page: string): Promise<{ url: string; stop(): void }> {
  const port = await freePort(0);
  const child = endsWithUs(
    spawn(process.execPath, ["-e", PROGRAM], {
      stdio: ["pipe", "ignore", "inherit"],
      env: { ...process.env, PORT: String(port) },
    }),
  );
  child.stdin.end(page);
  await untilListens(port);
  return { url: `http://127.0.0.1:${port}`, stop: () => child.kill() };
}
