import { randomBytes } from "node:crypto";

type Globals = typeof globalThis & Record<string, unknown>;

let configured: string[] = [];

/** Configures this process like a deployed shop, and drops what an earlier configuration left behind. */
export function setTestEnv(values: Record<string, string> = {}): void {
  const defaults = {
    API_URL: "http://127.0.0.1:9",
    PARTNER_ID: "partner-sentinel-4711",
    SITE_URL: "http://localhost:3000",
    ORDER_SECRET: randomBytes(32).toString("base64"),
    LOG_LEVEL: "silent",
    TRUST_PROXY: "0",
    SERVER_IP: "192.0.2.1",
  };
  for (const name of configured) delete process.env[name];
  configured = Object.keys({ ...defaults, ...values });
  Object.assign(process.env, defaults, values);
  for (const name of Object.keys(globalThis)) {
    if (name.startsWith("__storefront")) delete (globalThis as Globals)[name];
  }
}
