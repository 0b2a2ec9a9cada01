import { beforeEach, expect, test } from "vitest";
import {
  issueFramePass,
  orderPassOf,
  readFramePass,
  toOrderPass,
} from "@/lib/order-access/frame-pass";
import { setTestEnv } from "../../support/test-env";

const NOW = Date.UTC(2026, 10, 24);
const HOUR = 3_600_000;

beforeEach(() => setTestEnv());

test("a pass names one buyer of one shop for half a day", () => {
  const pass = issueFramePass("acme", NOW);
  const buyer = readFramePass("acme", pass, NOW);
  expect(buyer).toMatch(/^[\w-]{24}$/);
  expect(readFramePass("acme", pass, NOW + 11 * HOUR)).toBe(buyer);
  expect(readFramePass("acme", pass, NOW + 12 * HOUR)).toBeUndefined();
  expect(readFramePass("other", pass, NOW)).toBeUndefined();
  expect(issueFramePass("acme", NOW)).not.toBe(pass);
});

test("a forged one names nobody", () => {
  const pass = issueFramePass("acme", NOW);
  const [nonce, expires, mac = ""] = pass.slice("Frame ".length).split(".");
  const later = Number(expires) + 10 ** 6;
  for (const forged of [
    `Frame ${nonce}.${later}.${mac}`,
    `Frame ${nonce}x.${expires}.${mac}`,
    `Frame ${nonce}.${expires}.${mac.slice(1)}`,
    `Frame ${nonce}.${expires}.`,
    `Bearer ${nonce}.${expires}.${mac}`,
    "Frame",
    "",
    null,
  ]) {
    expect(readFramePass("acme", forged, NOW), String(forged)).toBeUndefined();
  }
  setTestEnv();
  expect(readFramePass("acme", pass, NOW)).toBeUndefined();
});

test("a right to an order travels as the cookie that it would be", () => {
  expect(orderPassOf(toOrderPass({ name: "op_a", value: "full~1~~mac" }))).toBe("op_a=full~1~~mac");
  expect(orderPassOf("Bearer op_a=x")).toBeUndefined();
  expect(orderPassOf(null)).toBeUndefined();
});
