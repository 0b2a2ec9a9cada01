import { type Env, parseEnv } from "../env/schema";
import { parseProxyTrust } from "../http/client-ip";
import { isLoopback } from "../is-loopback";
import { type Finding, ok, warning, wrong } from "./finding";

/** Fewer different bytes than this do not come from a random source of 32. */
const FEWEST_BYTES = 16;

type Result = { findings: Finding[]; env?: Env };

/** What the environment says, and the parsed values when it says all that is needed. */
export function checkConfig(source: Readonly<Record<string, string | undefined>>): Result {
  const result = parseEnv(source);
  const faults = result.ok ? trustFaults(result.env) : result.faults;
  if (faults.length > 0 || !result.ok) {
    return { findings: faults.map((fault) => wrong("config", "config_fault", { fault })) };
  }
  const { env } = result;
  const remarks = [
    env.ORDER_SECRET.some((key) => new Set(key).size < FEWEST_BYTES) &&
      wrong("config", "secret_weak"),
    isLoopback(env.SITE_URL) && warning("config", "site_local"),
    !source.SERVER_IP && warning("config", "server_ip_default"),
    env.DEMO && warning("config", "demo_on"),
  ].filter((finding) => !!finding);
  return { findings: [ok("config", "config_ok"), ...remarks], env };
}

function trustFaults({ TRUST_PROXY }: Env): string[] {
  try {
    parseProxyTrust(TRUST_PROXY);
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : "TRUST_PROXY cannot be read"];
  }
}
