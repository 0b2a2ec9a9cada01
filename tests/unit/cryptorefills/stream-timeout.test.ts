import { expect, test, vi } from "vitest";
import { followStream } from "../../support/follow-stream";
import { stubUpstream } from "../../support/upstream-stub";

vi.mock("@/lib/cryptorefills/endpoints", async (original) => {
  const real = await original<typeof import("@/lib/cryptorefills/endpoints")>();
  const subscribe = { ...real.ENDPOINTS.subscribe, timeoutMs: 60 };
  return { ...real, ENDPOINTS: { ...real.ENDPOINTS, subscribe } };
});

const upstream = stubUpstream();

test("a stream whose answer does not begin in time is given up", async () => {
  upstream.answer = () => {};
  await followStream().hears("closed: timeout");
  await expect.poll(() => upstream.openConnections).toBe(0);
});

test("ten seconds are the time for that", async () => {
  const real = await vi.importActual<typeof import("@/lib/cryptorefills/endpoints")>(
    "@/lib/cryptorefills/endpoints",
  );
  expect(real.ENDPOINTS.subscribe.timeoutMs).toBe(10_000);
});
