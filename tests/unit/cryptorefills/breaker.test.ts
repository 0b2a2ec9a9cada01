import { beforeEach, describe, expect, test, vi } from "vitest";
import { spareUpstream } from "@/lib/cryptorefills/breaker";
import type { EndpointName } from "@/lib/cryptorefills/endpoints";
import { UpstreamError, type UpstreamErrorKind } from "@/lib/cryptorefills/errors";
import { counters } from "@/lib/telemetry/counters";
import { setTestEnv } from "../../support/test-env";

let now = 0;
beforeEach(() => {
  setTestEnv();
  now = 1_000_000;
});

type Failure = { endpoint?: EndpointName; status?: number; retryAfterSeconds?: number };
const failing = (kind: UpstreamErrorKind, { endpoint = "brands", ...more }: Failure = {}) =>
  vi.fn(async (): Promise<string> => {
    throw new UpstreamError(kind, { endpoint, ...more });
  });
const working = () => vi.fn(async () => "fine");
const call = (run: () => Promise<string>, endpoint: EndpointName = "brands") =>
  spareUpstream(endpoint, run, () => now).catch((error: UpstreamError) => error);

async function breakLane(endpoint: EndpointName = "brands"): Promise<void> {
  for (let time = 0; time < 10; time += 1) await call(failing("timeout"), endpoint);
}

describe("E1 an upstream that is down", () => {
  test("is left alone after ten failures in a row, and asked by one call after the pause", async () => {
    const run = failing("unreachable");
    for (let time = 0; time < 50; time += 1) await call(run);
    expect(run).toHaveBeenCalledTimes(10);
    expect(counters().upstream_breaker_opened).toBe(1);
    const refused = await call(working());
    expect(refused).toMatchObject({ kind: "unreachable", notSent: true, retryAfterSeconds: 2 });
    now += 2_000;
    let answer = (_text: string) => {};
    const probe = call(() => new Promise((resolve) => (answer = resolve)));
    const other = working();
    expect(await call(other)).toMatchObject({ notSent: true });
    expect(other).not.toHaveBeenCalled();
    answer("back");
    expect(await probe).toBe("back");
    expect(await call(working())).toBe("fine");
  });

  test("is left alone longer each time it is found down, half a minute at most", async () => {
    await breakLane();
    const waits: number[] = [];
    for (let time = 0; time < 6; time += 1) {
      const { retryAfterSeconds = 0 } = (await call(working())) as UpstreamError;
      waits.push(retryAfterSeconds);
      now += retryAfterSeconds * 1000;
      await call(failing("timeout"));
    }
    expect(waits).toEqual([2, 4, 8, 16, 30, 30]);
  });

  test("for validations says nothing about the orders that buyers wait for", async () => {
    await breakLane("validations");
    expect(await call(working(), "createOrder")).toMatchObject({ notSent: true });
    expect(await call(working(), "order")).toBe("fine");
  });

  test("for shared reads says nothing about the calls of a buyer, and the other way round", async () => {
    await breakLane("brands");
    expect(await call(working(), "homepage")).toMatchObject({ notSent: true });
    expect(await call(working(), "createOrder")).toBe("fine");
    setTestEnv();
    await breakLane("validations");
    expect(await call(working(), "createOrder")).toMatchObject({ notSent: true });
    expect(await call(working(), "brands")).toBe("fine");
  });

  test.each([
    ["a refusal", failing("refused", { status: 422 })],
    ["an order that is not there", failing("not-found", { status: 404 })],
    ["an answer that does not parse", failing("bad-response", { status: 200 })],
  ])("is not proven by %s", async (_name, run) => {
    for (let time = 0; time < 30; time += 1) await call(run);
    expect(run).toHaveBeenCalledTimes(30);
    for (let time = 0; time < 9; time += 1) await call(failing("timeout"));
    await call(run);
    for (let time = 0; time < 9; time += 1) await call(failing("timeout"));
    expect(await call(working())).toBe("fine");
  });
});

describe("E2 an upstream that asks for a pause", () => {
  const limited = (retryAfterSeconds?: number, endpoint: EndpointName = "brands") =>
    failing("rate-limited", {
      endpoint,
      status: 429,
      ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    });

  test("gets it: fifty callers make one call, and all learn how long is left", async () => {
    const run = limited(10);
    await call(run);
    now += 4_000;
    const answers = await Promise.all(Array.from({ length: 50 }, () => call(run)));
    expect(run).toHaveBeenCalledTimes(1);
    for (const answer of answers) {
      expect(answer).toMatchObject({ kind: "rate-limited", notSent: true, retryAfterSeconds: 6 });
    }
    now += 6_000;
    expect(await call(working())).toBe("fine");
  });

  test("from one shared read gets it from all of them", async () => {
    await call(limited(10));
    expect(await call(working(), "paymentVias")).toMatchObject({ kind: "rate-limited" });
    expect(await call(working(), "order")).toBe("fine");
  });

  test("from one kind of buyer's calls gets it there, a minute at most", async () => {
    await call(limited(3_600, "price"), "price");
    expect(await call(working(), "createOrder")).toBe("fine");
    expect(await call(working(), "price")).toMatchObject({ retryAfterSeconds: 60 });
    now += 60_000;
    expect(await call(working(), "price")).toBe("fine");
  });

  test("without saying how long gets a short one", async () => {
    await call(limited());
    expect(await call(working())).toMatchObject({ retryAfterSeconds: 5 });
  });
});
