import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { log } from "@/lib/log";
import { order } from "../support/order-bodies";
import { knownOrdersGrowOld, ShopClient, startUpstream } from "../support/shop-client";

const EMAIL = "somebody.private@example.com";

let upstream: Awaited<ReturnType<typeof startUpstream>>;
beforeAll(async () => {
  upstream = await startUpstream();
});
afterAll(() => upstream.close());

test("A7, C4.8: no log line of a whole purchase holds a code, an address, a number or a person", async () => {
  const lines: unknown[] = [];
  for (const level of ["debug", "info", "warn", "error"] as const) {
    vi.spyOn(log, level).mockImplementation((fields) => void lines.push(fields));
  }
  const client = new ShopClient();
  const reference = await order(client, EMAIL);
  const [made] = await upstream.orders();
  await upstream.control("POST", `orders/${made?.order_id}/deliver`, {});
  const path = `/api/orders/${reference}`;
  knownOrdersGrowOld();
  const revealed = (await (await client.post(`${path}/reveal`)).json()) as {
    deliveries: { code: string; serial: string }[];
  };
  await client.post(`${path}/order-number`);
  await client.post("/api/orders/access", { reference, email: EMAIL });
  await client.request(`${path}x`);
  await upstream.control("POST", "faults", { endpoint: "order", kind: "garbage", times: 3 });
  await client.request(path);

  const text = JSON.stringify(lines);
  expect(lines.length).toBeGreaterThan(6);
  const { code = "", serial = "" } = revealed.deliveries[0] ?? {};
  expect(code).not.toBe("");
  for (const secret of [code, serial, EMAIL, reference, made?.order_id, made?.wallet_address]) {
    expect(text).not.toContain(secret);
  }
});
