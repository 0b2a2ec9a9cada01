// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from "vitest";

const PRICE = { amount: "12.10", coin: "USDC" };
const request = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();

beforeEach(() => {
  vi.resetModules();
  request.mockReset();
  vi.stubGlobal("fetch", request);
});
afterEach(() => vi.unstubAllGlobals());

async function page() {
  const { acceptPrice } = await import("@/components/order/order-api");
  return { acceptPrice, ...(await import("@/lib/device/frame-pass")) };
}
const sent = (call: number) => new Headers(request.mock.calls[call]?.[1].headers);

it("B4: a frame reads the order with the right that came with the accepted price", async () => {
  const { acceptPrice, holdFramePass, framePassHeader } = await page();
  holdFramePass("Order first");
  request.mockResolvedValue(Response.json({ phase: "awaiting_payment", pass: "Order second" }));
  expect((await acceptPrice("sealed", PRICE, "en")).ok).toBe(true);
  expect(sent(0).get("authorization")).toBe("Order first");
  expect(JSON.parse(String(request.mock.calls[0]?.[1].body))).toEqual({ acceptedPrice: PRICE });
  expect(framePassHeader()).toEqual({ authorization: "Order second" });
});

it.each([
  ["is refused", () => Response.json({ pass: "Order second" }, { status: 409 })],
  ["brings no right", () => Response.json({ phase: "awaiting_payment" })],
  ["brings something else", () => Response.json({ pass: { name: "Order second" } })],
])("a frame keeps its right when accepting %s", async (_what, answer) => {
  const { acceptPrice, holdFramePass, framePassHeader } = await page();
  holdFramePass("Order first");
  request.mockResolvedValue(answer());
  await acceptPrice("sealed", PRICE, "en");
  expect(framePassHeader()).toEqual({ authorization: "Order first" });
});

it("a page of the shop has cookies, and becomes no frame by an answer", async () => {
  const { acceptPrice, isFramed } = await page();
  request.mockResolvedValue(Response.json({ pass: "Order second" }));
  await acceptPrice("sealed", PRICE, "en");
  expect(isFramed()).toBe(false);
});
