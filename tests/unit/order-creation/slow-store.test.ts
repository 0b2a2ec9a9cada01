import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type AttemptResult, bodyHash, onlyOnce } from "@/lib/order-creation/idempotency";
import { store } from "@/lib/store/current-store";
import { StoreError } from "@/lib/store/store-error";
import { setTestEnv } from "../../support/test-env";

const created: AttemptResult<string> = { kind: "created", reference: "ref-1" };
const request = (key: string, waitMs = 50) => ({
  shopId: "default",
  buyer: "buyer-1",
  key,
  hash: bodyHash({ a: 1 }),
  waitMs,
});
const isLock = (key: string) => key.endsWith(":lock");

beforeEach(() => setTestEnv());
afterEach(() => vi.restoreAllMocks());

/** The first claim of the lock, or of the key, is carried out, and answered too late. */
function answersTooLate(what: "lock" | "key", instead?: string): void {
  const real = store();
  const claim = real.claim.bind(real);
  let answered = false;
  vi.spyOn(real, "claim").mockImplementation(async (key, value, ttl) => {
    if (answered || isLock(key) !== (what === "lock")) return claim(key, value, ttl);
    answered = true;
    await claim(key, instead ?? value, ttl);
    throw new StoreError(new Error("Command timed out"));
  });
}

const attemptOf = (sent: () => void) =>
  vi.fn(async (bind: () => Promise<void>): Promise<AttemptResult<string>> => {
    await bind();
    sent();
    return created;
  });

describe("B2 a store that has set a key and answers too late", () => {
  test.each(["lock", "key"] as const)(
    "at the %s: nothing is sent, and the buyer's next try makes the order",
    async (what) => {
      const key = randomUUID();
      const sent = vi.fn();
      answersTooLate(what);
      await expect(onlyOnce(request(key), attemptOf(sent))).rejects.toThrow(StoreError);
      expect(sent).not.toHaveBeenCalled();
      expect(await onlyOnce(request(key), attemptOf(sent))).toEqual({
        ...created,
        replayed: false,
      });
      expect(sent).toHaveBeenCalledTimes(1);
    },
  );

  test.each([
    ["lock", "still_running"],
    ["key", "outcome_unknown"],
  ] as const)("at the %s, and at giving it back: the next try is %s", async (what, kind) => {
    const key = randomUUID();
    answersTooLate(what);
    const real = store();
    const deleteIf = real.deleteIf.bind(real);
    let failed = false;
    vi.spyOn(real, "deleteIf").mockImplementation(async (name, value) => {
      if (failed) return deleteIf(name, value);
      failed = true;
      throw new StoreError();
    });
    const sent = vi.fn();
    await expect(onlyOnce(request(key), attemptOf(sent))).rejects.toThrow(StoreError);
    expect(await onlyOnce(request(key), attemptOf(sent))).toEqual({ kind });
    expect(sent).not.toHaveBeenCalled();
  });

  test("at a key that another instance has bound: that one's stays", async () => {
    const key = randomUUID();
    const theirs = JSON.stringify({ state: "sent", bodyHash: bodyHash({ a: 1 }), by: "other" });
    answersTooLate("key", theirs);
    const sent = vi.fn();
    await expect(onlyOnce(request(key), attemptOf(sent))).rejects.toThrow(StoreError);
    expect(await onlyOnce(request(key), attemptOf(sent))).toEqual({ kind: "outcome_unknown" });
    expect(sent).not.toHaveBeenCalled();
  });
});

test("B1: an attempt that outlives its lock does not open the one that another instance holds", async () => {
  const key = randomUUID();
  let lock = "";
  const claim = store().claim;
  vi.spyOn(store(), "claim").mockImplementation((name, value, ttl) => {
    if (isLock(name)) lock = name;
    return claim(name, value, ttl);
  });
  await onlyOnce(request(key), async () => {
    await store().delete(lock);
    await store().claim(lock, "another instance's", 150);
    return { kind: "refused", refusal: "no" };
  });
  expect(await store().get(lock)).toBe("another instance's");
  const sent = vi.fn();
  expect(await onlyOnce(request(key), attemptOf(sent))).toEqual({ kind: "still_running" });
  expect(sent).not.toHaveBeenCalled();
});
