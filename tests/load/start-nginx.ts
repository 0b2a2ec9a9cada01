import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../scripts/free-port";
import { endsWithUs } from "../../scripts/process/ends-with-us";
import { untilListens } from "../../scripts/process/until-listens";

type Options = {
  /** Where requests go. */
  target: string;
  /** Directives of the one location. */
  location?: string;
  /** Directives of the `http` block. */
  http?: string;
};

/** One worker of nginx in front of a server, with nothing set but what is passed. */
export async function startNginx({ target, location = "", http = "" }: Options) {
  if (spawnSync("nginx", ["-v"]).status !== 0) {
    throw new Error("This needs nginx (Debian: apt-get install nginx)");
  }
  const folder = mkdtempSync(join(tmpdir(), "storefront-nginx-"));
  const port = await freePort(0);
  const { host } = new URL(target);
  const file = join(folder, "nginx.conf");
  writeFileSync(
    file,
    `${process.getuid?.() === 0 ? "user root;" : ""}
    worker_processes 1;
    worker_rlimit_nofile 20000;
    pid ${folder}/nginx.pid;
    error_log /dev/null crit;
    events { worker_connections 8000; }
    http {
      access_log off;
      client_body_temp_path ${folder}/body;
      proxy_temp_path ${folder}/proxy;
      fastcgi_temp_path ${folder}/fastcgi;
      uwsgi_temp_path ${folder}/uwsgi;
      scgi_temp_path ${folder}/scgi;
      ${http}
      server {
        listen 127.0.0.1:${port} backlog=4096;
        location / {
          proxy_pass ${target};
          proxy_http_version 1.1;
          proxy_set_header Connection "";
          proxy_set_header Host ${host};
          ${location}
        }
      }
    }`,
  );
  const child = endsWithUs(spawn("nginx", ["-c", file, "-g", "daemon off;"], { stdio: "ignore" }));
  const url = `http://127.0.0.1:${port}`;
  await untilListens(port);
  return {
    url,
    /** The one that serves; the first process only watches over it, and later ones over its cache. */
    workerPid: () =>
      Number(readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, "utf8").split(" ")[0]),
    stop: () =>
      new Promise<void>((resolve) => {
        child.once("exit", () => {
          rmSync(folder, { recursive: true, force: true });
          resolve();
        });
        child.kill("SIGTERM");
      }),
  };
}
