import { parseArgs } from "node:util";

const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|\[?::1\]?)$/;

/**
 * What is wrong with the address that the server was told to listen on. Next writes every loopback address as
 * `localhost` when it rewrites a page's address, takes the result for another host, and answers 500.
 */
export function hostnameFault(hostname: string | undefined): string | undefined {
  if (!hostname || !LOOPBACK.test(hostname)) return undefined;
  return "HOSTNAME (or -H) must be localhost instead of a loopback address, with NODE_OPTIONS=--dns-result-order=ipv4first for 127.0.0.1";
}

/** The address that the server was told to listen on: by a flag of `next start`, else by the variable. */
export function askedHostname(args: readonly string[], variable: string | undefined) {
  const options = { hostname: { type: "string", short: "H" } } as const;
  const { hostname } = parseArgs({ args: [...args], options, strict: false }).values;
  return typeof hostname === "string" ? hostname : variable;
}
