import "server-only";
import { type Env, parseEnv } from "./schema";

// The module is instantiated once per bundle; the parsed values are shared through the global object.
const holder = globalThis as typeof globalThis & { __storefrontEnv?: Env };

/** The configuration of this process. Throws when it is incomplete; the start-up check exits first. */
export function env(): Env {
  if (!holder.__storefrontEnv) {
    const result = parseEnv(process.env);
    if (!result.ok) throw new Error(`The configuration is incomplete: ${result.faults.join("; ")}`);
    holder.__storefrontEnv = result.env;
  }
  return holder.__storefrontEnv;
}

/**
 * The partner ID that a shop names by its variable. It leaves this process only in requests to upstream.
 * @throws Error naming the variable when it is not set.
 */
export function partnerIdFrom(variable: string): string {
  const value = variable === "PARTNER_ID" ? env().PARTNER_ID : process.env[variable];
  if (!value) throw new Error(`${variable} is missing`);
  return value;
}

/** Whether this is `next dev`, where the set-up is shown without a token. */
export function isDevelopment(): boolean {
  return process.env.NODE_ENV === "development";
}

/** Where a shop's variables are looked for. Only lib/shop and lib/doctor ask. */
export function allEnvironment(): Readonly<Record<string, string | undefined>> {
  return process.env;
}
