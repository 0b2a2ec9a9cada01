import { expect, test, vi } from "vitest";
import { solanaRpc } from "@/lib/wallet/solana-rpc";
import { toFailure } from "@/lib/wallet/wallet-failure";

const REFERENCE = "r".repeat(50);
const PAYER = "AKnL4NNf3DGWZJS6cPknBuEGnVsV4A4m5tgebLHaRSZ9";

function answering(make: () => Response | Promise<Response>) {
  const fetcher = vi.fn(async (_url: unknown, _init?: RequestInit) => make());
  return { rpc: solanaRpc(REFERENCE, PAYER, fetcher as typeof fetch), fetcher };
}
const result = (value: unknown) => () => Response.json({ result: value });

test("it asks the shop alone, for one order and one payer", async () => {
  const { rpc, fetcher } = answering(result({ value: 5 }));
  expect(await rpc.balance(PAYER)).toBe(5n);
  const [url, init] = fetcher.mock.calls[0] ?? [];
  expect(url).toBe("/api/rpc/solana");
  expect(JSON.parse(String(init?.body))).toEqual({
    reference: REFERENCE,
    payer: PAYER,
    method: "getBalance",
    params: [PAYER],
  });
});

test("the five answers are read", async () => {
  const value = { owner: "o", data: ["AQI=", "base64"] };
  expect(await answering(result({ value })).rpc.account(PAYER)).toEqual({
    owner: "o",
    data: Uint8Array.of(1, 2),
  });
  expect(await answering(result({ value: null })).rpc.account(PAYER)).toBeUndefined();
  const tokens = answering(result({ value: { amount: "18446744073709551615" } }));
  expect(await tokens.rpc.tokenBalance(PAYER)).toBe(18_446_744_073_709_551_615n);
  expect(await answering(result(null)).rpc.tokenBalance(PAYER)).toBeUndefined();
  const block = { blockhash: "b", lastValidBlockHeight: 9 };
  expect(await answering(result({ value: block })).rpc.latestBlockhash()).toEqual({
    blockhash: "b",
    lastValidBlockHeight: 9n,
  });
  expect(await answering(result(2_039_280)).rpc.tokenAccountRent()).toBe(2_039_280n);
});

test.each<[string, () => Response | Promise<Response>]>([
  ["a refusal", () => new Response("{}", { status: 503 })],
  ["no JSON", () => new Response("<html>")],
  ["no connection", () => Promise.reject(new TypeError("Failed to fetch"))],
  ["another shape", result({ value: "5e3" })],
  ["a number that cannot be exact", result({ value: 2 ** 60 })],
  ["a negative number", result({ value: -1 })],
])("%s is no balance", async (_name, make) => {
  const kind = await answering(make)
    .rpc.balance(PAYER)
    .catch((error: unknown) => toFailure(error, "unknown").kind);
  expect(kind).toBe("unreachable");
});
