import "server-only";
import * as z from "zod";
import { type Scope, scopeSchema } from "../contract/order-access";
import { seal, unseal } from "./seal";

export const LINK_HOURS = 24;

const contentSchema = z.tuple([z.string(), scopeSchema, z.number()]);

const bound = (shopId: string): string => `link.v1|${shopId}`;

/**
 * A token for a second device, and when it ends. It belongs in a URL's fragment, which no server ever
 * sees.
 */
export function sealLink(
  shopId: string,
  reference: string,
  scope: Scope,
  nowMs: number,
): { token: string; expiresAtMs: number } {
  const expiresAtSeconds = Math.floor(nowMs / 1000) + LINK_HOURS * 3600;
  const token = seal("link", bound(shopId), [reference, scope, expiresAtSeconds]);
  return { token, expiresAtMs: expiresAtSeconds * 1000 };
}

export function openLink(
  shopId: string,
  token: string,
  nowMs: number,
): { reference: string; scope: Scope } | undefined {
  const content = contentSchema.safeParse(unseal("link", bound(shopId), token)?.content);
  if (!content.success) return undefined;
  const [reference, scope, expiresAtSeconds] = content.data;
  return expiresAtSeconds * 1000 > nowMs ? { reference, scope } : undefined;
}
