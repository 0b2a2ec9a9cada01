import { describe, expect, it } from "vitest";
import { memoryStore } from "@/lib/cart/browser-storage";
import {
  type CartContent,
  cartDigest,
  dropAttempt,
  markAttempt,
  openAttempt,
} from "@/lib/cart/order-attempt";

const content: CartContent = {
  lines: [
    {
      brand: "acme",
      brandId: "b-1",
      country: "US",
      denomination: "25 USD",
      beneficiary: "ada@example.com",
    },
  ],
  payment: { via: "USER_WALLET", coin: "USDC", network: "Solana" },
  email: "ada@example.com",
};
const [line] = content.lines;
if (!line) throw new Error("the sample has one line");

function counter() {
  let count = 0;
  return () => `key-${++count}`;
}

describe("the key of an order attempt", () => {
  it("is the same for the same content, so that two tabs and a reload are one order", () => {
    const store = memoryStore();
    const newKey = counter();
    const first = openAttempt(store, content, { newKey });
    const second = openAttempt(store, structuredClone(content), { newKey });
    expect(second).toEqual(first);
  });

  it.each<{ name: string; changed: CartContent }>([
    { name: "another amount", changed: { ...content, lines: [{ ...line, denomination: "50" }] } },
    {
      name: "another recipient",
      changed: { ...content, lines: [{ ...line, beneficiary: "bob@example.com" }] },
    },
    {
      name: "another network",
      changed: { ...content, payment: { ...content.payment, network: "Base" } },
    },
    { name: "another e-mail", changed: { ...content, email: "bob@example.com" } },
    { name: "a coupon", changed: { ...content, coupon: "SAVE" } },
  ])("changes with $name", ({ changed }) => {
    const store = memoryStore();
    const newKey = counter();
    const first = openAttempt(store, content, { newKey });
    expect(openAttempt(store, changed, { newKey }).key).not.toBe(first.key);
    expect(openAttempt(store, content, { newKey }).key).toBe(first.key);
  });

  it("is a new one after the order was made, for buying again is a new purchase", () => {
    const store = memoryStore();
    const newKey = counter();
    const { key } = openAttempt(store, content, { newKey });
    markAttempt(store, key, "ordered");
    expect(openAttempt(store, content, { newKey }).key).not.toBe(key);
  });

  it("stays, with its warning, while nobody knows what became of it", () => {
    const store = memoryStore();
    const { key } = openAttempt(store, content);
    markAttempt(store, key, "unknown");
    expect(openAttempt(store, content)).toMatchObject({ key, outcome: "unknown" });
  });

  it("goes only by the buyer's own decision to start over", () => {
    const store = memoryStore();
    const newKey = counter();
    const { key } = openAttempt(store, content, { newKey });
    markAttempt(store, key, "unknown");
    dropAttempt(store, key);
    expect(openAttempt(store, content, { newKey })).toMatchObject({
      key: "key-2",
      outcome: "open",
    });
  });

  it("is forgotten after a day", () => {
    const store = memoryStore();
    const newKey = counter();
    openAttempt(store, content, { newKey, nowMs: 0 });
    const later = openAttempt(store, content, { newKey, nowMs: 24 * 60 * 60 * 1000 });
    expect(later.key).toBe("key-2");
  });

  it("leaves no e-mail address or phone number in the store", () => {
    const store = memoryStore();
    const order = { ...content, lines: [{ ...line, beneficiary: "+905321234567" }] };
    // A random key holds such letters now and then.
    openAttempt(store, order, { nowMs: 1_790_000_000_000, newKey: () => "key" });
    const kept = store.getItem("checkout.attempts") ?? "";
    expect(kept).toContain("digest");
    expect(kept).not.toMatch(/ada|example|5321/);
  });

  it.each([
    { name: "not JSON", text: "{" },
    { name: "not a list", text: "{}" },
    { name: "strange entries", text: '[null, 3, {"digest": 1}]' },
  ])("survives a store that holds $name", ({ text }) => {
    const store = memoryStore();
    store.setItem("checkout.attempts", text);
    const { key } = openAttempt(store, content);
    expect(openAttempt(store, content).key).toBe(key);
  });

  it("keeps a bounded number of attempts", () => {
    const store = memoryStore();
    for (let index = 0; index < 50; index++) {
      openAttempt(store, { ...content, email: `${index}@example.com` });
    }
    expect(JSON.parse(store.getItem("checkout.attempts") ?? "[]")).toHaveLength(20);
  });

  it("has a digest that differs where fields could run together", () => {
    const left = cartDigest({ ...content, lines: [{ ...line, brandId: "a", country: "US" }] });
    const right = cartDigest({ ...content, lines: [{ ...line, brandId: "US", country: "a" }] });
    expect(left).not.toBe(right);
  });
});
