import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

type Local = {
  /** Where the shop listens: host and port. */
  shop: string;
  ports: { http: number; https: number };
  /** A server more, in nginx's own words. */
  more?: string;
};

/** The shipped configuration with this machine's names: one shop instead of two, free ports, own certificate. */
export function localConfiguration(folder: string, { shop, ports, more = "" }: Local): string {
  const made = spawnSync("openssl", [
    ...["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost"],
    ...["-keyout", join(folder, "privkey.pem"), "-out", join(folder, "fullchain.pem")],
  ]);
  if (made.status !== 0) throw new Error("openssl cannot make a certificate");
  const shipped = readFileSync("deploy/nginx.conf", "utf8");
  const local = shipped
    .replace("server shop-1:3000", `server ${shop}`)
    .replace(/ +server shop-2:3000.*\n/, "")
    .replaceAll("/etc/nginx/certs", folder)
    .replaceAll("/tmp/nginx", `${folder}/nginx`)
    .replace("access_log /dev/stdout", `access_log ${folder}/access.log`)
    .replace("listen 8080", `listen 127.0.0.1:${ports.http}`)
    .replace("listen 8443", `listen 127.0.0.1:${ports.https}`)
    .replace(/\}\s*$/, `${more}\n}\n`);
  const file = join(folder, "nginx.conf");
  writeFileSync(file, process.getuid?.() === 0 ? `user root;\n${local}` : local);
  return file;
}
