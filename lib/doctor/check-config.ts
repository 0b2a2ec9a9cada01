import { isPlain } from "../env/is-plain";
import { type Env, parseEnv } from "../env/schema";
import { proxyTrustFault } from "../http/client-ip";
import { isLoopback } from "../is-loopback";
import { type Finding, ok, warning, wrong } from "./finding";

/** Fewer different bytes than this do not come from a random source of 32. */
const FEWEST_BYTES = 16;

type Result = { findings: Finding[]; env?: Env };

/** What the environment says, and the parsed values when it says all that is needed. */
export function checkConfig(source: Readonly<Record<string, string | undefined>>): Result {
  const result = parseEnv(source);
  if (!result.ok) {
    return { findings: result.faults.map((fault) => wrong("config", "config_fault", { fault })) };
  }
  const { env } = result;
  const fault = proxyTrustFault(env.TRUST_PROXY);
  if (fault !== undefined) return { findings: [wrong("config", "config_fault", { fault })] };
  const remarks = [
    env.ORDER_SECRET.some((key) => new Set(key).size < FEWEST_BYTES) &&
      wrong("config", "secret_weak"),
    isPlain(env.API_URL) && warning("config", "api_plain"),
    isLoopback(env.SITE_URL) && warning("config", "site_local"),
    !source.SERVER_IP && warning("config", "server_ip_default"),
    env.DEMO && warning("config", "demo_on"),
  ].filter((finding) => !!finding);
  return { findings: [ok("config", "config_ok"), ...remarks], env };
}
