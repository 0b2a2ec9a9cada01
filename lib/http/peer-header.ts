import { randomBytes } from "node:crypto";

const holder = globalThis as typeof globalThis & { __storefrontPeerHeader?: string };

/**
 * The internal header that carries the socket's address. Its name is made anew by every process, so
 * that no client can know it; instrumentation overwrites it on every request.
 */
export function peerHeader(): string {
  holder.__storefrontPeerHeader ??= `x-peer-${randomBytes(8).toString("hex")}`;
  return holder.__storefrontPeerHeader;
}
