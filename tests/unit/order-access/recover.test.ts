import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { RecoveryRequest } from "@/lib/contract/order-access";
import { UpstreamError } from "@/lib/cryptorefills/errors";
import { orderSchema } from "@/lib/cryptorefills/schemas/order";
import { authorise } from "@/lib/order-access/authorise";
import { sealLink } from "@/lib/order-access/link";
import { FAILURE_MS, recover, SELLER_FAILURE_MS } from "@/lib/order-access/recover";
import { type NewReference, sealReference } from "@/lib/order-access/reference";
import { toViewer } from "@/lib/order-access/to-viewer";
import { buyerKey, noteCreated } from "@/lib/order-guard/ledger";
import { readOrder } from "@/lib/order-stream/read-order";
import { store } from "@/lib/store/current-store";
import { StoreError } from "@/lib/store/store-error";
import { shop } from "../../support/order-lines";
import { setTestEnv } from "../../support/test-env";
import { rawOrder } from "../../support/upstream-order";
import { buyer } from "../../support/upstream-stub";

vi.mock("@/lib/order-stream/read-order");
vi.mock("@/lib/catalog/read-payment-methods", () => ({ readPaymentMethods: async () => [] }));

const EMAIL = "buyer@example.com";
const NUMBER = "0f000000-0000-4000-8000-0000000000aa";
const order = orderSchema.parse(rawOrder());
const reads = vi.mocked(readOrder);
const noCookies = new Map<string, string>();
const identity = vi.fn(() => buyer);
const sealed: NewReference = {
  orderId: NUMBER,
  createdAtSeconds: 1_790_000_000,
  email: EMAIL,
  acceptedTotal: "101.52",
  address: "So1anaAddre55",
  wrongEcho: false,
};
let reference: string;

beforeEach(() => {
  setTestEnv();
  vi.useFakeTimers();
  identity.mockClear();
  reads.mockReset();
  reads.mockResolvedValue(order);
  reference = sealReference(shop.id, sealed);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
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

describe("A3: the seller's number", () => {
  const payable = { ...order, wallet_address: "1".repeat(32) };
  const byNumber = { orderNumber: NUMBER, email: EMAIL };
  const note = (text: string, orderId = NUMBER) =>
    noteCreated(shop, { orderId, reference: text, buyer: buyerKey("maker") });

  test("opens an order that was made here under its own reference, in either case of letters", async () => {
    await note(reference);
    expect((await opened(byNumber))?.reference).toBe(reference);
    const upper = { ...byNumber, orderNumber: NUMBER.toUpperCase() };
    expect((await opened(upper))?.reference).toBe(reference);
  });

  test("lifts nothing that was found when the order was made", async () => {
    await note(
      sealReference(shop.id, {
        ...sealed,
        acceptedTotal: "90",
        address: "An0therAddre55",
        wrongEcho: true,
      }),
    );
    const grant = (await opened(byNumber))?.grant;
    expect(grant).toMatchObject({ wrongEcho: true, acceptedTotal: "90", recovered: false });
    expect(grant?.addressMatches("So1anaAddre55")).toBe(false);
  });

  test.each<[string, () => Promise<void>]>([
    ["that the shop has not made", async () => {}],
    ["whose note cannot be opened", () => note("nonsense")],
    [
      "whose note is of another shop",
      () => note(sealReference("other", { ...sealed, orderId: NUMBER })),
    ],
    [
      "whose note is of another order",
      () => note(sealReference(shop.id, { ...sealed, orderId: `${NUMBER.slice(0, -2)}bb` })),
    ],
    [
      "while the store does not answer",
      async () => {
        vi.spyOn(store(), "get").mockRejectedValue(new StoreError(new Error("gone")));
      },
    ],
  ])("opens an order %s, and it is not to be paid", async (_name, given) => {
    reads.mockResolvedValue(payable);
    await given();
    const access = await opened(byNumber);
    if (!access) throw new Error("the order was to open");
    expect(access.grant).toMatchObject({ orderId: NUMBER, recovered: true });
    const seenAtMs = Number(order.created_at) * 1000 + 60_000;
    const view = await toViewer(shop, access, payable, seenAtMs);
    expect(view.phase).toBe("on_hold");
    expect(view.payment.hold).toEqual({ reason: "unverified" });
    for (const part of ["address", "amount", "uri", "qr", "checkoutUrl"]) {
      expect(view.payment).not.toHaveProperty(part);
    }
    const known = { ...access, grant: { ...access.grant, recovered: false } };
    expect((await toViewer(shop, known, payable, seenAtMs)).phase).toBe("awaiting_payment");
    const done = { ...order, order_state: "Done", payment_state: "PaymentReceived" };
    expect((await toViewer(shop, access, done)).phase).toBe("done");
  });

  test("leaves no time to pay in an order that names none", async () => {
    reads.mockResolvedValue({ ...order, created_at: undefined });
    expect((await opened(byNumber))?.grant.createdAtSeconds).toBe(0);
  });

  test("tells nobody with another e-mail whether the order was made here", async () => {
    await note(reference);
    const wrong = { orderNumber: NUMBER, email: "other@example.com" };
    expect(await timed(wrong)).toEqual({ result: undefined, ms: SELLER_FAILURE_MS });
  });

  test("counts as wrong when the store answers too late", async () => {
    vi.spyOn(store(), "get").mockImplementation(async () => {
      await new Promise((resolve) => setTimeout(resolve, SELLER_FAILURE_MS * 2));
      return undefined;
    });
    expect(await timed(byNumber)).toEqual({ result: undefined, ms: SELLER_FAILURE_MS });
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
