import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { type AttemptResult, bodyHash, onlyOnce } from "@/lib/order-creation/idempotency";
import { store } from "@/lib/store/current-store";
import { StoreError } from "@/lib/store/store-error";
import { setTestEnv } from "../../support/test-env";

type Result = AttemptResult<string>;
const created: Result = { kind: "created", reference: "ref-1" };
const hash = bodyHash({ a: 1 });
const request = (key: string, other: { hash?: string; buyer?: string; waitMs?: number } = {}) => ({
  shopId: "default",
  buyer: other.buyer ?? "buyer-1",
  key,
  hash: other.hash ?? hash,
  ...(other.waitMs === undefined ? {} : { waitMs: other.waitMs }),
});

beforeEach(() => setTestEnv());

describe("B1 one order per intent", () => {
  test("twenty parallel requests run once and get the same reference", async () => {
    const key = randomUUID();
    const attempt = vi.fn(async (bind: () => Promise<void>) => {
      await bind();
      await new Promise((resolve) => setTimeout(resolve, 20));
      return created;
    });
    const results = await Promise.all(
      Array.from({ length: 20 }, () => onlyOnce(request(key), attempt)),
    );
    expect(attempt).toHaveBeenCalledTimes(1);
    expect(new Set(results.map((result) => result.kind === "created" && result.reference))).toEqual(
      new Set(["ref-1"]),
    );
    expect(results.filter((result) => result.kind === "created" && !result.replayed)).toHaveLength(
      1,
    );
  });

  test("a later request gets the stored result", async () => {
    const key = randomUUID();
    const attempt = vi.fn(async () => created);
    await onlyOnce(request(key), attempt);
    expect(await onlyOnce(request(key), attempt)).toEqual({ ...created, replayed: true });
    expect(attempt).toHaveBeenCalledTimes(1);
  });

  test("another body under a bound key is refused", async () => {
    const key = randomUUID();
    await onlyOnce(request(key), async () => created);
    const attempt = vi.fn(async () => created);
    expect(await onlyOnce(request(key, { hash: "other" }), attempt)).toEqual({
      kind: "key_reused",
    });
    expect(attempt).not.toHaveBeenCalled();
  });

  test("the key of another buyer is another key", async () => {
    const key = randomUUID();
    await onlyOnce(request(key), async () => created);
    const attempt = vi.fn(async () => created);
    await onlyOnce(request(key, { buyer: "buyer-2" }), attempt);
    expect(attempt).toHaveBeenCalledTimes(1);
  });

  test("a refusal releases the key, before and after it was bound", async () => {
    const key = randomUUID();
    const refusal: Result = { kind: "refused", refusal: "no" };
    expect(await onlyOnce(request(key), async () => refusal)).toEqual(refusal);
    expect(
      await onlyOnce(request(key, { hash: "other" }), async (bind) => {
        await bind();
        return refusal;
      }),
    ).toEqual(refusal);
    expect(await onlyOnce(request(key), async () => created)).toMatchObject({ kind: "created" });
  });

  test("a request that waits too long is told so", async () => {
    const key = randomUUID();
    let finish: (result: Result) => void = () => {};
    const slow = onlyOnce(request(key), () => new Promise<Result>((resolve) => (finish = resolve)));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await onlyOnce(request(key, { waitMs: 10 }), async () => created)).toEqual({
      kind: "still_running",
    });
    finish(created);
    await slow;
  });
});

describe("B1 several instances that share a store", () => {
  /** Another process: it knows the store, and nothing of what this one is running. */
  async function otherInstance(): Promise<typeof onlyOnce> {
    vi.resetModules();
    return (await import("@/lib/order-creation/idempotency")).onlyOnce;
  }

  test("run an attempt once, and both get its result", async () => {
    const key = randomUUID();
    const elsewhere = await otherInstance();
    const attempt = vi.fn(async (bind: () => Promise<void>) => {
      await bind();
      await new Promise((resolve) => setTimeout(resolve, 300));
      return created;
    });
    const [here, there] = await Promise.all([
      onlyOnce(request(key), attempt),
      elsewhere(request(key), attempt),
    ]);
    expect(attempt).toHaveBeenCalledTimes(1);
    expect([here.kind, there.kind]).toEqual(["created", "created"]);
  });

  test("tell who waits too long that the other one still runs", async () => {
    const key = randomUUID();
    const elsewhere = await otherInstance();
    let finish: (result: Result) => void = () => {};
    const slow = onlyOnce(request(key), () => new Promise<Result>((resolve) => (finish = resolve)));
    await new Promise((resolve) => setTimeout(resolve, 5));
    const attempt = vi.fn(async () => created);
    expect(await elsewhere(request(key, { waitMs: 10 }), attempt)).toEqual({
      kind: "still_running",
    });
    expect(attempt).not.toHaveBeenCalled();
    finish(created);
    await slow;
  });
});

test("B1: an attempt that outlives its lock and is refused does not free the key that another instance has bound", async () => {
  const key = randomUUID();
  const claim = vi.spyOn(store(), "claim");
  vi.resetModules();
  const { onlyOnce: elsewhere } = await import("@/lib/order-creation/idempotency");
  const slow = onlyOnce(request(key), async () => {
    const lock = claim.mock.calls[0]?.[0] ?? "";
    await store().delete(lock);
    await elsewhere(request(key), async (bind) => {
      await bind();
      return { kind: "outcome_unknown" };
    });
    return { kind: "refused", refusal: "no" };
  });
  expect(await slow).toEqual({ kind: "refused", refusal: "no" });
  const attempt = vi.fn(async () => created);
  expect(await onlyOnce(request(key), attempt)).toEqual({ kind: "outcome_unknown" });
  expect(attempt).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});

test("H3: without a shared store two instances know nothing of each other, which the documentation says", async () => {
  const key = randomUUID();
  const attempt = vi.fn(async () => created);
  await onlyOnce(request(key), attempt);
  // The memory of another process.
  (globalThis as Record<string, unknown>).__storefrontStore = undefined;
  vi.resetModules();
  const { onlyOnce: elsewhere } = await import("@/lib/order-creation/idempotency");
  await elsewhere(request(key), attempt);
  expect(attempt).toHaveBeenCalledTimes(2);
  const told = readFileSync("docs/protection.md", "utf8").replaceAll("\n", " ");
  expect(told).toContain("Without it, run one instance: two would make two orders of one key");
});

test("an order that was made reaches its buyer although the store failed after it", async () => {
  const key = randomUUID();
  const result = await onlyOnce(request(key), async (bind) => {
    await bind();
    vi.spyOn(store(), "set").mockRejectedValue(new StoreError());
    return created;
  });
  expect(result).toEqual({ ...created, replayed: false });
  vi.restoreAllMocks();
  expect(await onlyOnce(request(key), async () => created)).toEqual({ kind: "outcome_unknown" });
});

describe("B2 an unknown outcome", () => {
  test("stays unknown and is never tried again", async () => {
    const key = randomUUID();
    const first = await onlyOnce(request(key), async (bind) => {
      await bind();
      return { kind: "outcome_unknown" };
    });
    expect(first).toEqual({ kind: "outcome_unknown" });
    const attempt = vi.fn(async () => created);
    expect(await onlyOnce(request(key), attempt)).toEqual({ kind: "outcome_unknown" });
    expect(attempt).not.toHaveBeenCalled();
  });

  test("also when the attempt broke after it was sent", async () => {
    const key = randomUUID();
    const broken = onlyOnce(request(key), async (bind) => {
      await bind();
      throw new Error("broken");
    });
    await expect(broken).rejects.toThrow("broken");
    expect(await onlyOnce(request(key), async () => created)).toEqual({ kind: "outcome_unknown" });
  });
});

test("the hash does not depend on the order of keys", () => {
  expect(bodyHash({ a: 1, b: [{ c: 2, d: undefined }] })).toBe(bodyHash({ b: [{ c: 2 }], a: 1 }));
  expect(bodyHash({ a: 1 })).not.toBe(bodyHash({ a: 2 }));
});
