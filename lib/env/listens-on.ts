const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|\[?::1\]?)$/;

/**
 * What is wrong with the address that the server was told to listen on. Next writes every loopback address as
 * `localhost` when it rewrites a page's address, takes the result for another host, and answers 500.
 */
export function hostnameFault(hostname: string | undefined): string | undefined {
  if (!hostname || !LOOPBACK.test(hostname)) return undefined;
  return "HOSTNAME must be localhost instead of a loopback address, with NODE_OPTIONS=--dns-result-order=ipv4first for 127.0.0.1";
}
