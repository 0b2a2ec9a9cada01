import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { OrderView } from "@/lib/contract/order-view";
import { startSolanaStub } from "../e2e/support/solana-rpc-stub";
import { giftCard, priceOf } from "../support/order-bodies";
import { knownOrdersGrowOld, ShopClient, startUpstream } from "../support/shop-client";

const PATH = "/api/rpc/solana";
const USDC = "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v";
const PAYER = "AKnL4NNf3DGWZJS6cPknBuEGnVsV4A4m5tgebLHaRSZ9";
const USDC_OF_PAYER = "3wvJdyFnGvaMWpbq93NU91SggiVRveULUXL6iX5VZDGP";
const STRANGER = "9hSR6S7WPtxmTojgo6GG3k4yDPecgJY292j7xrsUGWBu";

let node: Awaited<ReturnType<typeof startSolanaStub>>;
let upstream: Awaited<ReturnType<typeof startUpstream>>;
let buyer: ShopClient;
let reference: string;
let address: string;

beforeAll(async () => {
  node = await startSolanaStub();
  upstream = await startUpstream({ SOLANA_RPC_URL: node.url, LIMIT_RPC: "90/60" });
});
afterAll(async () => {
  await upstream.close();
  await node.stop();
});
beforeEach(async () => {
  await upstream.control("POST", "reset");
  node.know({});
  node.calls.length = 0;
  buyer = new ShopClient();
  ({ reference, address } = await orderOn(buyer, "Solana"));
});

async function orderOn(client: ShopClient, network: string) {
  const card = await giftCard(client);
  const body = { ...card, payment: { ...card.payment, network } };
  const acceptedPrice = await priceOf(client, body);
  const key = { "idempotency-key": randomUUID() };
  const reply = await client.post("/api/orders", { ...body, acceptedPrice }, key);
  const { order } = (await reply.json()) as { order: OrderView };
  return { reference: order.reference, address: order.payment.address ?? "" };
}

const read = (method: string, params: unknown[] = [], change: object = {}) => ({
  reference,
  payer: PAYER,
  method,
  params,
  ...change,
});

test("the five reads are made on the node with options of the shop's own", async () => {
  const reads = [
    read("getAccountInfo", [address]),
    read("getBalance", [PAYER]),
    read("getTokenAccountBalance", [USDC_OF_PAYER]),
    read("getLatestBlockhash"),
    read("getMinimumBalanceForRentExemption", [165]),
  ];
  for (const body of reads) {
    const reply = await buyer.post(PATH, body);
    expect(reply.status).toBe(200);
    expect(reply.headers.get("cache-control")).toBe("private, no-store");
    expect(await reply.json()).toHaveProperty("result");
  }
  expect(node.calls).toEqual([
    {
      method: "getAccountInfo",
      params: [address, { commitment: "confirmed", encoding: "base64" }],
    },
    { method: "getBalance", params: [PAYER, { commitment: "confirmed" }] },
    { method: "getTokenAccountBalance", params: [USDC_OF_PAYER, { commitment: "confirmed" }] },
    { method: "getLatestBlockhash", params: [{ commitment: "confirmed" }] },
    { method: "getMinimumBalanceForRentExemption", params: [165] },
  ]);
});

test("the order's address, its token, the payer and their token accounts may be read", async () => {
  for (const account of [address, USDC, PAYER, USDC_OF_PAYER]) {
    expect((await buyer.post(PATH, read("getAccountInfo", [account]))).status).toBe(200);
  }
});

test("a token account that does not exist is an answer, a broken node is not", async () => {
  node.know({ tokens: "none" });
  const reply = await buyer.post(PATH, read("getTokenAccountBalance", [USDC_OF_PAYER]));
  expect(await reply.json()).toEqual({ result: null });
  node.know({ broken: true });
  const broken = await buyer.post(PATH, read("getTokenAccountBalance", [USDC_OF_PAYER]));
  expect(broken.status).toBe(503);
  expect(await broken.text()).not.toContain(node.url);
});

test.each<[string, () => object]>([
  ["another method", () => read("sendTransaction", ["AA=="])],
  ["a search", () => read("getProgramAccounts", [USDC])],
  ["a stranger's account", () => read("getAccountInfo", [STRANGER])],
  ["a stranger's balance", () => read("getBalance", [STRANGER])],
  ["options of one's own", () => read("getBalance", [PAYER, { commitment: "processed" }])],
  ["another size", () => read("getMinimumBalanceForRentExemption", [1_000_000])],
  ["no account", () => read("getAccountInfo")],
  ["no address", () => read("getAccountInfo", ["0x1111"])],
  ["a payer that is none", () => read("getBalance", [PAYER], { payer: "x" })],
  ["a key that nobody knows", () => read("getLatestBlockhash", [], { url: "http://evil.example" })],
])("%s is refused before the node hears of it", async (_name, body) => {
  expect((await buyer.post(PATH, body())).status).toBe(400);
  expect(node.calls).toEqual([]);
});

test("without the right to the order it is the 404 of everybody", async () => {
  const stranger = new ShopClient();
  await orderOn(stranger, "Solana");
  await upstream.control("DELETE", "log");
  for (const client of [stranger, new ShopClient()]) {
    const reply = await client.post(PATH, read("getLatestBlockhash"));
    expect(reply.status).toBe(404);
  }
  const wrong = read("getLatestBlockhash", [], { reference: "A".repeat(60) });
  expect((await buyer.post(PATH, wrong)).status).toBe(404);
  expect(await upstream.orderReads()).toEqual([]);
  expect(node.calls).toEqual([]);
});

test("another page's request is refused", async () => {
  const evil = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
  const reply = await buyer.post(PATH, read("getLatestBlockhash"), evil);
  expect(reply.status).toBe(403);
  expect(node.calls).toEqual([]);
});

test("an order on another network or no longer to be paid has nothing to read", async () => {
  const other = await orderOn(buyer, "Base");
  const elsewhere = read("getLatestBlockhash", [], { reference: other.reference });
  expect((await buyer.post(PATH, elsewhere)).status).toBe(400);
  const orders = await upstream.orders();
  for (const { order_id } of orders)
    await upstream.control("POST", `orders/${order_id}/cancel`, {});
  knownOrdersGrowOld();
  expect((await buyer.post(PATH, read("getLatestBlockhash"))).status).toBe(400);
  expect(node.calls).toEqual([]);
});

test("a body over the limit is refused", async () => {
  const reply = await buyer.post(PATH, read("getLatestBlockhash", [], { x: "x".repeat(20_000) }));
  expect(reply.status).toBe(413);
});

test("an order is paid from a handful of accounts at most", async () => {
  const payers = ["1", "2", "3", "4", "5"].map((last) => `${PAYER.slice(0, -1)}${last}`);
  const statuses: number[] = [];
  for (const payer of payers) {
    const body = read("getLatestBlockhash", [], { payer });
    statuses.push((await buyer.post(PATH, body)).status);
  }
  expect(statuses).toEqual([200, 200, 200, 200, 429]);
});

test("reads are limited", async () => {
  const statuses = new Set<number>();
  for (let count = 0; count < 95; count += 1) {
    statuses.add((await buyer.post(PATH, read("getLatestBlockhash"))).status);
  }
  expect([...statuses]).toContain(429);
});

test("without a node there is no such route", async () => {
  const { close } = await startUpstream();
  const client = new ShopClient();
  const reply = await client.post(PATH, read("getLatestBlockhash"));
  expect(reply.status).toBe(404);
  await close();
});
