import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { RecoveryRequest } from "@/lib/contract/order-access";
import { UpstreamError } from "@/lib/cryptorefills/errors";
import { orderSchema } from "@/lib/cryptorefills/schemas/order";
import { authorise } from "@/lib/order-access/authorise";
import { sealLink } from "@/lib/order-access/link";
import { FAILURE_MS, recover, SELLER_FAILURE_MS } from "@/lib/order-access/recover";
import { sealReference } from "@/lib/order-access/reference";
import { readOrder } from "@/lib/order-stream/read-order";
import { shop } from "../../support/order-lines";
import { setTestEnv } from "../../support/test-env";
import { rawOrder } from "../../support/upstream-order";
import { buyer } from "../../support/upstream-stub";

vi.mock("@/lib/order-stream/read-order");

const EMAIL = "buyer@example.com";
const NUMBER = "0f000000-0000-4000-8000-0000000000aa";
const order = orderSchema.parse(rawOrder());
const reads = vi.mocked(readOrder);
const noCookies = new Map<string, string>();
const identity = vi.fn(() => buyer);
let reference: string;

beforeEach(() => {
  setTestEnv();
  vi.useFakeTimers();
  identity.mockClear();
  reads.mockReset();
  reads.mockResolvedValue(order);
  reference = sealReference(shop.id, {
    orderId: NUMBER,
    createdAtSeconds: 1_790_000_000,
    email: EMAIL,
    acceptedTotal: "101.52",
    address: "So1anaAddre55",
    wrongEcho: false,
  });
});
afterEach(() => {
  vi.useRealTimers();
});

/** The result, and after how many milliseconds it came. */
async function timed(request: RecoveryRequest) {
  const started = Date.now();
  const outcome = recover(shop, request, noCookies, identity).then((result) => ({
    result,
    ms: Date.now() - started,
  }));
  await vi.advanceTimersByTimeAsync(60_000);
  return outcome;
}

async function opened(request: RecoveryRequest) {
  const { result } = await timed(request);
  if (!result) throw new Error("the order was to open");
  const jar = new Map(result.cookies.map(({ name, value }) => [name, value] as const));
  return authorise(shop, result.reference, jar);
}

test("an order that opens leaves no timer behind", async () => {
  expect(await recover(shop, { reference, email: EMAIL }, noCookies, identity)).toBeDefined();
  expect(vi.getTimerCount()).toBe(0);
});

describe("an order opens", () => {
  test("by its reference and its e-mail, however that is written, without asking upstream", async () => {
    const access = await opened({ reference, email: " Buyer@EXAMPLE.com" });
    expect(access).toMatchObject({ grant: { orderId: NUMBER }, proof: { scope: "full" } });
    expect(reads).not.toHaveBeenCalled();
    expect(identity).not.toHaveBeenCalled();
  });

  test("by the seller's number and its e-mail, read for this very buyer", async () => {
    const access = await opened({ orderNumber: NUMBER, email: EMAIL });
    expect(access?.grant).toMatchObject({ orderId: NUMBER, acceptedTotal: "101.52" });
    expect(access?.grant.addressMatches("So1anaAddre55")).toBe(true);
    expect(reads).toHaveBeenCalledWith(shop.id, NUMBER, buyer);
  });

  test.each(["pay", "full"] as const)(
    "by a link, with the rights of %s and no more",
    async (scope) => {
      const { token } = sealLink(shop.id, reference, scope, Date.now());
      expect((await opened({ token }))?.proof.scope).toBe(scope);
    },
  );

  test("at once", async () => {
    expect((await timed({ reference, email: EMAIL })).ms).toBe(0);
  });
});

describe("A3: every failure is nothing, and takes the one time:", () => {
  const failures: [string, () => RecoveryRequest, () => void][] = [
    ["another e-mail", () => ({ reference, email: "other@example.com" }), () => {}],
    ["no reference", () => ({ reference: "x".repeat(80), email: EMAIL }), () => {}],
    [
      "a reference of another shop",
      () => ({
        reference: sealReference("other", {
          orderId: NUMBER,
          createdAtSeconds: 0,
          email: EMAIL,
          acceptedTotal: "1",
          address: "",
          wrongEcho: false,
        }),
        email: EMAIL,
      }),
      () => {},
    ],
    ["no token", () => ({ token: "nonsense" }), () => {}],
    [
      "an old token",
      () => ({ token: sealLink(shop.id, reference, "full", Date.now() - 25 * 3_600_000).token }),
      () => {},
    ],
    ["another e-mail for a number", () => ({ orderNumber: NUMBER, email: "x@y.zz" }), () => {}],
    ["what is no number", () => ({ orderNumber: "../../v2/brands", email: EMAIL }), () => {}],
    [
      "a number that upstream does not know",
      () => ({ orderNumber: NUMBER, email: EMAIL }),
      () => reads.mockRejectedValue(new UpstreamError("not-found", { endpoint: "order" })),
    ],
    [
      "an order without an e-mail",
      () => ({ orderNumber: NUMBER, email: "" }),
      () => reads.mockResolvedValue({ ...order, user: undefined }),
    ],
    [
      "an upstream that does not answer in that time",
      () => ({ orderNumber: NUMBER, email: EMAIL }),
      () =>
        reads.mockImplementation(async () => {
          await new Promise((resolve) => setTimeout(resolve, SELLER_FAILURE_MS * 3));
          return order;
        }),
    ],
    [
      "an upstream that fails late",
      () => ({ orderNumber: NUMBER, email: EMAIL }),
      () =>
        reads.mockImplementation(async () => {
          await new Promise((resolve) => setTimeout(resolve, SELLER_FAILURE_MS - 1));
          throw new UpstreamError("unreachable", { endpoint: "order" });
        }),
    ],
  ];

  test.each(failures)("%s", async (_name, request, given) => {
    given();
    const ms = "orderNumber" in request() ? SELLER_FAILURE_MS : FAILURE_MS;
    expect(await timed(request())).toEqual({ result: undefined, ms });
  });
});

test("an upstream that is slow and lives opens the order, as soon as it answers", async () => {
  reads.mockImplementation(async () => {
    await new Promise((resolve) => setTimeout(resolve, SELLER_FAILURE_MS - 500));
    return order;
  });
  const { result, ms } = await timed({ orderNumber: NUMBER, email: EMAIL });
  expect(result?.cookies).toHaveLength(1);
  expect(ms).toBe(SELLER_FAILURE_MS - 500);
});

test("what is no number of the seller's is not asked about", async () => {
  await timed({ orderNumber: "../../v2/brands", email: EMAIL });
  expect(reads).not.toHaveBeenCalled();
});
