import { describe, expect, test, vi } from "vitest";
import { createOrder, getBrands, getOrder } from "@/lib/cryptorefills/client";
import { UpstreamError } from "@/lib/cryptorefills/errors";
import { BODY_LIMIT_BYTES, readBody } from "@/lib/cryptorefills/read-body";
import { describeError } from "@/lib/log";
import { type Answer, buyer, says, stubUpstream } from "../../support/upstream-stub";

const upstream = stubUpstream();

async function failure(promise: Promise<unknown>): Promise<UpstreamError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof UpstreamError) return error;
  throw new Error("an upstream error was expected", { cause: error });
}

async function* bytes(...sizes: number[]) {
  for (const size of sizes) yield Buffer.alloc(size, " ");
}

describe("a body", () => {
  test("of eight megabytes is read, and one byte more is not", async () => {
    const text = Buffer.from("7");
    const full = async function* () {
      yield* bytes(BODY_LIMIT_BYTES - 1);
      yield text;
    };
    expect(BODY_LIMIT_BYTES).toBe(8 * 1024 * 1024);
    expect(await readBody(full())).toBe(7);
    await expect(readBody(bytes(BODY_LIMIT_BYTES, 1))).rejects.toThrow("too large");
  });

  test("that breaks off is no answer", async () => {
    upstream.answer = (_request, response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write('{"all');
      setTimeout(() => response.destroy(), 10);
    };
    const error = await failure(getBrands(buyer, "US"));
    expect(error).toMatchObject({ kind: "bad-response", status: 200 });
  });
});

describe("a redirect", () => {
  test.each([301, 302, 303, 307, 308])(
    "%s is an error, and nobody else hears of the call",
    async (status) => {
      upstream.answer = says(status, "", { location: `${upstream.url}/elsewhere` });
      expect(await failure(createOrder(buyer, { email: "a@b.co" }))).toMatchObject({
        kind: "bad-response",
        status,
      });
      expect(await failure(getOrder(buyer, "o-1"))).toMatchObject({ kind: "bad-response", status });
      expect(upstream.asked()).toEqual(["POST /v5/orders", "GET /v5/orders/o-1"]);
    },
  );
});

describe("the error", () => {
  const SECRET = "buyer@example.com";
  test.each<[string, Answer]>([
    ["of a refusal", says(422, { detail: SECRET })],
    ["of a failure", says(500, { detail: SECRET })],
    ["of an answer that is no JSON", says(200, SECRET)],
    ["of an answer in another shape", says(200, { order_id: SECRET })],
  ])("%s says nothing of the answer, neither in words nor in the log", async (_name, answer) => {
    upstream.answer = answer;
    const error = await failure(createOrder(buyer, {}));
    expect(`${error.message} ${error.name} ${describeError(error)}`).not.toContain(SECRET);
    expect(describeError(error)).toBe(`UpstreamError:${error.kind}`);
  });

  test("of a gateway that gave up waiting leaves open what became of an order", async () => {
    upstream.answer = says(408, {});
    expect(await failure(createOrder(buyer, {}))).toMatchObject({
      kind: "timeout",
      notSent: false,
    });
  });

  test.each([
    ["SUSPENDED_COIN", "suspended"],
    ["SUSPENDED_NETWORK", "suspended"],
    ["OUT_OF_STOCK", "refused"],
  ])("of %s is %s", async (detail, kind) => {
    upstream.answer = says(422, { detail });
    expect((await failure(createOrder(buyer, {}))).kind).toBe(kind);
  });
});

test("an error of somebody else's is described by its class and code, never by its message", () => {
  const lost = Object.assign(new TypeError("connect 10.0.0.1"), { code: "ECONNRESET" });
  expect(describeError(lost)).toBe("TypeError:ECONNRESET");
  const odd = Object.assign(new Error("x"), { code: "token buyer@example.com" });
  expect(describeError(odd)).toBe("Error");
  expect(describeError("buyer@example.com")).toBe("string");
});

test("an error made by another bundle's copy of the class is still known", async () => {
  vi.resetModules();
  const other = await import("@/lib/cryptorefills/errors");
  expect(other.UpstreamError).not.toBe(UpstreamError);
  expect(new other.UpstreamError("timeout", { endpoint: "order" })).toBeInstanceOf(UpstreamError);
  expect(new Error("timeout")).not.toBeInstanceOf(UpstreamError);
});
