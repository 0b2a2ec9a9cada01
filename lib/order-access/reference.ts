import "server-only";
import * as z from "zod";
import { visibleText } from "../checkout/visible-text";
import { hmac, type KeyRing, keyRings, sameBytes } from "./keys";
import { seal, unseal } from "./seal";

const contentSchema = z.tuple([
  z.string(),
  z.number(),
  z.string(),
  z.string(),
  z.string(),
  z.number(),
]);

/** What a sealed reference says about an order. The order id in it never leaves the server. */
export type OrderGrant = {
  orderId: string;
  createdAtSeconds: number;
  /** The total that the buyer accepted, a decimal string in the coin paid. */
  acceptedTotal: string;
  /** The created order did not echo what was asked for: it can never be paid. */
  wrongEcho: boolean;
  /** Sealed when the order was recovered: nobody here knows what was agreed, or whether it was paid. */
  recovered: boolean;
  emailMatches(email: string): boolean;
  /** False only when the order was created with an address and this is another one. */
  addressMatches(address: string): boolean;
};

export type NewReference = {
  orderId: string;
  createdAtSeconds: number;
  email: string;
  acceptedTotal: string;
  address: string;
  wrongEcho: boolean;
  recovered?: boolean;
};

const MADE = 0;
const WRONG_ECHO = 1;
const RECOVERED = 2;

const bound = (shopId: string): string => `ref.v1|${shopId}`;
const normaliseEmail = (email: string): string => visibleText(email).toLowerCase();
const mac = (ring: KeyRing, what: string, value: string): string =>
  hmac(ring.keys.mac, what, value).subarray(0, 16).toString("base64url");

export function sealReference(shopId: string, order: NewReference): string {
  const [ring] = keyRings();
  return seal("reference", bound(shopId), [
    order.orderId,
    order.createdAtSeconds,
    mac(ring, "email", normaliseEmail(order.email)),
    order.acceptedTotal,
    order.address === "" ? "" : mac(ring, "address", order.address),
    order.recovered ? RECOVERED : order.wrongEcho ? WRONG_ECHO : MADE,
  ]);
}

export function openReference(shopId: string, reference: string): OrderGrant | undefined {
  const opened = unseal("reference", bound(shopId), reference);
  const content = contentSchema.safeParse(opened?.content);
  if (!opened || !content.success) return undefined;
  const [orderId, createdAtSeconds, emailMac, acceptedTotal, addressMac, origin] = content.data;
  const equals = (known: string, what: string, value: string) =>
    sameBytes(Buffer.from(known), Buffer.from(mac(opened.ring, what, value)));
  return {
    orderId,
    createdAtSeconds,
    acceptedTotal,
    wrongEcho: origin === WRONG_ECHO,
    recovered: origin === RECOVERED,
    emailMatches: (email) => equals(emailMac, "email", normaliseEmail(email)),
    addressMatches: (address) => addressMac === "" || equals(addressMac, "address", address),
  };
}
