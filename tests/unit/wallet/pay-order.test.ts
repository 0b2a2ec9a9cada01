import { expect, test, vi } from "vitest";
import type { SentDevice } from "@/lib/device/sent-payments";
import { payOrder } from "@/lib/wallet/pay-order";
import { toFailure, WalletFailure } from "@/lib/wallet/wallet-failure";

const HASH = `0x${"ab".repeat(32)}`;

function job(change: Partial<Parameters<typeof payOrder>[0]> = {}) {
  const items = new Map<string, string>();
  const device: SentDevice = {
    storage: {
      getItem: (key) => items.get(key) ?? null,
      setItem: (key, value) => {
        items.set(key, value);
      },
      removeItem: (key) => {
        items.delete(key);
      },
    },
    locks: undefined,
    now: () => new Date(0),
  };
  const send = vi.fn(async () => HASH);
  const recheck = vi.fn(async () => {});
  const order: string[] = [];
  const run = payOrder({
    reference: `${"r".repeat(40)}${Math.random()}`,
    device,
    prepare: async () => ({ send, recheck }),
    stillDue: async () => true,
    onStep: (step) => order.push(step),
    signal: new AbortController().signal,
    ...change,
  });
  return { run, send, recheck, items, order };
}

const kindOf = (run: Promise<unknown>) =>
  run.then(
    () => "fine",
    (error: unknown) => toFailure(error, "unknown").kind,
  );

test("the wallet is asked after every check", async () => {
  const { run, send, recheck, order } = job();
  expect(await run).toEqual({ kind: "sent", hash: HASH });
  expect([send.mock.calls.length, recheck.mock.calls.length]).toEqual([1, 1]);
  expect(order).toEqual(["asking"]);
});

const gone = new AbortController();
gone.abort();

test.each<[string, string, Partial<Parameters<typeof payOrder>[0]>]>([
  ["the order is paid elsewhere", "order_moved", { stillDue: async () => false }],
  [
    "the order cannot be read",
    "unreachable",
    { stillDue: () => Promise.reject(new WalletFailure("unreachable")) },
  ],
  ["the payment left the page", "order_moved", { signal: gone.signal }],
  ["the wallet breaks", "unknown", { prepare: () => Promise.reject(new Error("boom")) }],
])("when %s nothing is asked and nothing is kept", async (_name, kind, change) => {
  const { run, send, items } = job(change);
  expect(await kindOf(run)).toBe(kind);
  expect(send).not.toHaveBeenCalled();
  expect(items.size).toBe(0);
});

test("a refusal in the wallet opens the payment again", async () => {
  const refuse = async () => Promise.reject(Object.assign(new Error("no"), { code: 4001 }));
  const { run, items } = job({ prepare: async () => ({ send: refuse, recheck: async () => {} }) });
  expect(await kindOf(run)).toBe("rejected");
  expect(items.size).toBe(0);
});

test("a lost answer is no failure: it may have been sent", async () => {
  const lost = async () => Promise.reject(new Error("disconnected"));
  const { run, items } = job({ prepare: async () => ({ send: lost, recheck: async () => {} }) });
  expect(await run).toEqual({ kind: "unanswered" });
  expect(items.size).toBe(1);
});
