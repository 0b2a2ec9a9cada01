import pkg from "../package.json" with { type: "json" };
import { env } from "./env/server";

/** Sent upstream as `X-Cr-Version`. */
export function appVersion(): string {
  return env().APP_VERSION ?? pkg.version;
}
