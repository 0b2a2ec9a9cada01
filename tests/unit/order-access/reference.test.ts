import { randomBytes } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { openReference, sealReference } from "@/lib/order-access/reference";
import { setTestEnv } from "../../support/test-env";

const order = {
  orderId: "f9d60000-1111-4222-8333-444455556666",
  createdAtSeconds: 1_790_000_000,
  email: "Buyer@Example.com ",
  acceptedTotal: "101.52",
  address: "So1anaAddre55",
  wrongEcho: false,
};

beforeEach(() => setTestEnv());

describe("A2 the order reference", () => {
  test("opens to what was sealed", () => {
    const grant = openReference("default", sealReference("default", order));
    expect(grant).toMatchObject({
      orderId: order.orderId,
      createdAtSeconds: order.createdAtSeconds,
      acceptedTotal: "101.52",
      wrongEcho: false,
      recovered: false,
    });
    expect(grant?.emailMatches("buyer@example.com")).toBe(true);
    expect(grant?.emailMatches("\u202abuyer@example.com\u202c\u200b")).toBe(true);
    expect(grant?.emailMatches("other@example.com")).toBe(false);
    expect(grant?.addressMatches("So1anaAddre55")).toBe(true);
    expect(grant?.addressMatches("So1anaAddre56")).toBe(false);
  });

  test.each([
    [{ wrongEcho: true }, { wrongEcho: true, recovered: false }],
    [{ recovered: true }, { wrongEcho: false, recovered: true }],
  ])("keeps that it was sealed with %o", (how, expected) => {
    const sealed = sealReference("default", { ...order, ...how });
    expect(openReference("default", sealed)).toMatchObject(expected);
  });

  test("is never the same twice and shows neither order id nor e-mail", () => {
    const first = sealReference("default", order);
    const second = sealReference("default", order);
    expect(first).not.toBe(second);
    const bytes = Buffer.from(first, "base64url").toString("latin1");
    expect(bytes).not.toContain(order.orderId);
    expect(bytes.toLowerCase()).not.toContain("buyer@example.com");
  });

  test("does not open on another shop", () => {
    expect(openReference("other", sealReference("default", order))).toBeUndefined();
  });

  test("does not open when any byte differs", () => {
    const bytes = Buffer.from(sealReference("default", order), "base64url");
    for (let at = 0; at < bytes.length; at += 7) {
      const forged = Buffer.from(bytes);
      forged[at] = (forged[at] ?? 0) ^ 1;
      expect(openReference("default", forged.toString("base64url"))).toBeUndefined();
    }
  });

  test.each([
    "",
    "x",
    "f9d60000-1111-4222-8333-444455556666",
    "../../v2/brands",
    "..%2F..%2Fv2%2Fbrands",
    "a".repeat(40),
    "a".repeat(5000),
    "%00",
    "ord_abc123xyz",
  ])("C4 refuses %j", (text) => {
    expect(openReference("default", text)).toBeUndefined();
  });

  test("opens under an older secret after rotation, and not once that is gone", () => {
    const old = randomBytes(32).toString("base64");
    const next = randomBytes(32).toString("base64");
    setTestEnv({ ORDER_SECRET: old });
    const reference = sealReference("default", order);
    setTestEnv({ ORDER_SECRET: `${next},${old}` });
    expect(openReference("default", reference)?.emailMatches(order.email)).toBe(true);
    setTestEnv({ ORDER_SECRET: next });
    expect(openReference("default", reference)).toBeUndefined();
  });
});
