import type { Phase } from "../contract/order-view";
import { membersOf } from "../is-record";

/** The first field of every message, so that no other frame's words are taken for ours. */
export const FRAME_SOURCE = "gift-shop";

/** What a page in a frame tells the site around it. Never an address, an amount, an e-mail or a code. */
export type FromFrame =
  | { type: "ready"; title: string; close: string; leave: string }
  | { type: "size"; height: number }
  | { type: "order"; reference: string; phase: Phase };

/** What the site around may say: that it is there, and what the buyer told it before. */
export type ToFrame = { type: "hello"; email?: string };

const EMAIL = /^[^\s@<>]{1,64}@[^\s@<>]{1,190}$/;

/** Reads a message of the site around; anything that is not one is nothing. */
export function parseToFrame(data: unknown): ToFrame | undefined {
  const { source, type, email } = membersOf(data);
  if (source !== FRAME_SOURCE || type !== "hello") return undefined;
  return typeof email === "string" && EMAIL.test(email) ? { type, email } : { type };
}
