import { randomUUID } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import { type AttemptResult, bodyHash, onlyOnce } from "@/lib/order-creation/idempotency";
import { endProcess } from "@/lib/shutdown";
import { store } from "@/lib/store/current-store";
import { setTestEnv } from "../../support/test-env";

const created: AttemptResult<string> = { kind: "created", reference: "ref-1" };
const request = (key: string) => ({
  shopId: "default",
  buyer: "buyer-1",
  key,
  hash: bodyHash({ a: 1 }),
});

beforeEach(() => setTestEnv());

test("B2: the process outlasts an order that was sent until its reference is kept", async () => {
  const exit = vi.fn();
  const set = vi.spyOn(store(), "set");
  let nothingConnected = () => {};
  await onlyOnce(request(randomUUID()), async (bind) => {
    await bind();
    nothingConnected = endProcess(exit);
    nothingConnected();
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(exit).not.toHaveBeenCalled();
    expect(set).not.toHaveBeenCalled();
    return created;
  });
  expect(exit).not.toHaveBeenCalled();
  expect(set).toHaveBeenCalledTimes(1);
  await expect.poll(() => exit.mock.calls.length).toBe(1);
});

test.each<[string, () => Promise<AttemptResult<string>>]>([
  ["was refused", async () => ({ kind: "refused", refusal: "no" })],
  ["has an unknown outcome", async () => ({ kind: "outcome_unknown" })],
  ["broke", () => Promise.reject(new Error("broken"))],
])("B2: an order that %s holds nobody any more", async (_name, answer) => {
  const exit = vi.fn();
  await onlyOnce(request(randomUUID()), async (bind) => {
    await bind();
    return answer();
  }).catch(() => {});
  endProcess(exit)();
  expect(exit).toHaveBeenCalledTimes(1);
});

test("D8: an order that was not sent yet holds nobody", async () => {
  const exit = vi.fn();
  await onlyOnce(request(randomUUID()), async () => {
    endProcess(exit)();
    return { kind: "refused", refusal: "no" };
  });
  expect(exit).toHaveBeenCalledTimes(1);
});

test("B2: an order is kept under its key before anything else is done with it", async () => {
  const key = randomUUID();
  vi.resetModules();
  const { onlyOnce: elsewhere } = await import("@/lib/order-creation/idempotency");
  const attempt = vi.fn(async () => created);
  let seen: unknown;
  await onlyOnce(
    request(key),
    async (bind) => {
      await bind();
      return created;
    },
    async () => {
      seen = await elsewhere(request(key), attempt);
    },
  );
  expect(seen).toEqual({ ...created, replayed: true });
  expect(attempt).not.toHaveBeenCalled();
});
