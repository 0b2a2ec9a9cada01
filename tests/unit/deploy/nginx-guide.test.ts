import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { clientIp, parseProxyTrust } from "@/lib/http/client-ip";

const guide = readFileSync("docs/deploy/nginx.md", "utf8");
const found = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, value = ""]) => value);

test("the guide's command makes a configuration for a server of its own, in front of the guide's process", () => {
  const written = join(mkdtempSync(join(tmpdir(), "nginx-guide-")), "nginx.conf");
  const [command = ""] = found(guide, /^(sed -e [^`]+?)$\n```/gm);
  execFileSync("sh", ["-c", command.replace("/etc/nginx/nginx.conf", written)]);
  const made = readFileSync(written, "utf8");
  expect(found(made, /^ +listen (\d+)/gm)).toEqual(["80", "443"]);
  expect(made).toContain("return 308 https://$host$request_uri;");
  // A unit's standard output is a socket, which nginx cannot open by that name; and systemd reads this file.
  expect(found(made, /^ *access_log (\/\S+)/gm)).toEqual(["/var/log/nginx/access.log"]);
  expect(found(made, /^pid (\S+);/gm)).toEqual(["/run/nginx.pid"]);
  const [folder = ""] = found(guide, /^install -d (\S+)$/gm);
  for (const path of found(made, /(?:_temp_path|_cache_path) (\S+?)[ ;]/gm)) {
    expect(path.startsWith(`${folder}/`), path).toBe(true);
  }
  const [port] = found(guide, /^Environment=.*PORT=(\d+)$/gm);
  expect(found(made, /^ +server (\S+) max_fails/gm)).toEqual([`127.0.0.1:${port}`]);
});

test("C1: the buyer is whom nginx names, with what the guide says of TRUST_PROXY, a CDN in front or not", () => {
  const shipped = readFileSync("deploy/nginx.conf", "utf8");
  const sent = found(shipped, /proxy_set_header X-Forwarded-For (.+);/g);
  expect(sent).toEqual(["$remote_addr"]);
  const said = found(guide, /`TRUST_PROXY=(\w+)`/g);
  expect(said.length).toBeGreaterThan(0);
  for (const value of said) {
    const request = { peer: "127.0.0.1", forwardedFor: "203.0.113.7" };
    expect(clientIp({ ...request, trust: parseProxyTrust(value) })).toBe("203.0.113.7");
  }
  expect(guide).not.toMatch(/set the number of them/);
});
