import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as z from "zod/mini";
import { UpstreamError, type UpstreamErrorKind } from "@/lib/cryptorefills/errors";
import { handle, privateJson, type RouteContext } from "@/lib/http/handle";
import { HTTP_PROBLEMS, HttpProblem } from "@/lib/http/http-problem";
import { peerHeader } from "@/lib/http/peer-header";
import { upstreamProblem } from "@/lib/http/upstream-problem";
import { LOCALES } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import { log } from "@/lib/log";
import { setTestEnv } from "../../support/test-env";

const SHOP = "http://localhost:3000";
const segment = { params: Promise.resolve({ orderId: "secret-reference" }) };

type Options = Partial<Parameters<typeof handle>[0]>;
type Asked = { headers?: Record<string, string>; options?: Options; path?: string };

async function ask(
  run: (context: RouteContext) => Promise<Response>,
  { headers = {}, options = {}, path = "/api/x" }: Asked = {},
) {
  const request = new Request(`${SHOP}${path}`, {
    method: "POST",
    headers: { host: "localhost:3000", [peerHeader()]: "203.0.113.7", origin: SHOP, ...headers },
  });
  const reply = await handle({ route: "/api/x", ...options }, run)(request, segment);
  const text = await reply.text();
  const json = () => JSON.parse(text) as Record<string, unknown>;
  return { status: reply.status, headers: reply.headers, text, json };
}

const fine = async () => privateJson({ ok: true });
const throwing = (error: unknown) => async (): Promise<Response> => {
  throw error;
};

beforeEach(() => setTestEnv({ LIMIT_ACCESS: "2/900", LIMIT_READ: "1/60" }));
afterEach(() => {
  vi.restoreAllMocks();
});

test("every reply has an id of its own, a refusal the same one in its body", async () => {
  const [first, second] = [await ask(fine), await ask(throwing(new HttpProblem("not_found")))];
  expect(first.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  expect(second.json().requestId).toBe(second.headers.get("x-request-id"));
  expect(first.headers.get("x-request-id")).not.toBe(second.headers.get("x-request-id"));
});

test("a reply with an order in it is kept by no cache and named in no referrer", () => {
  const { headers } = privateJson({}, { status: 201, cookies: ["a=1", "b=2"] });
  expect(headers.get("cache-control")).toBe("private, no-store");
  expect(headers.get("referrer-policy")).toBe("no-referrer");
  expect(headers.getSetCookie()).toEqual(["a=1", "b=2"]);
});

describe("a refusal", () => {
  test("has the documented shape, and is kept by no cache", async () => {
    const reply = await ask(throwing(new HttpProblem("price_changed", { more: { actual: "2" } })));
    expect(reply.status).toBe(409);
    expect(reply.headers.get("content-type")).toBe("application/problem+json");
    expect(reply.headers.get("cache-control")).toBe("private, no-store");
    expect(reply.json()).toEqual({
      type: "/docs/errors#price_changed",
      title: "price changed",
      status: 409,
      code: "price_changed",
      detail: expect.stringContaining("price has changed"),
      requestId: expect.any(String),
      more: { actual: "2" },
    });
  });

  test("says when to come back", async () => {
    const problem = new HttpProblem("too_many_streams", { retryAfterSeconds: 15 });
    expect((await ask(throwing(problem))).headers.get("retry-after")).toBe("15");
  });

  test.each([
    ["the page's language", { path: "/api/x?lang=tr" }],
    ["the browser's language", { headers: { "accept-language": "tr" } }],
  ])("is in %s", async (_name, asked) => {
    const { api } = await loadMessages("tr");
    const reply = await ask(throwing(new HttpProblem("not_found")), asked);
    expect(reply.json().detail).toBe(api.not_found);
  });

  test.each(Object.keys(HTTP_PROBLEMS))("of %s has a sentence in every language", async (code) => {
    for (const locale of LOCALES) {
      const { api } = await loadMessages(locale);
      expect(String(api[code])).toMatch(/\p{L}{2,}.*[.!?]$/u);
    }
  });
});

describe("whatever breaks", () => {
  const cause = new Error("SECRET of redis://user:SECRET@10.0.0.1");
  test.each<[string, unknown]>([
    ["a mistake in the code", new TypeError("SECRET of /srv/app/file.ts")],
    ["an answer of another shape", z.safeParse(z.number(), "SECRET").error],
    ["a variable that is not there", new Error(`ORDER_SECRET=SECRET in ${process.cwd()}`)],
    ["several at once", new AggregateError([cause], "SECRET")],
    ["one with a cause", new Error("SECRET", { cause })],
    ["one of the system", Object.assign(new Error("SECRET /srv/file.ts"), { code: "ENOENT" })],
    ["a text", "SECRET of /srv/app/file.ts"],
    ["nothing", undefined],
  ])(
    "G11: %s is a plain 500 that tells neither message nor stack, with its id in the log",
    async (_name, thrown) => {
      const error = vi.spyOn(log, "error").mockImplementation(() => {});
      const info = vi.spyOn(log, "info").mockImplementation(() => {});
      const reply = await ask(throwing(thrown));
      expect(reply.status).toBe(500);
      const { code, requestId } = reply.json();
      expect(code).toBe("internal_error");
      const told = reply.text + JSON.stringify([error.mock.calls, info.mock.calls]);
      expect(told).not.toMatch(/SECRET|file\.ts|secret-reference|redis:|node_modules|\bat /);
      expect(told).not.toContain(process.cwd());
      expect(error.mock.calls).toEqual([[expect.objectContaining({ requestId })]]);
    },
  );

  test("is logged under the route's template, never under the address asked for", async () => {
    const info = vi.spyOn(log, "info").mockImplementation(() => {});
    await ask(fine, { path: "/api/orders/secret-reference?x=secret" });
    expect(info.mock.calls).toEqual([
      [expect.objectContaining({ event: "request", route: "/api/x", status: 200 })],
    ]);
    expect(JSON.stringify(info.mock.calls)).not.toContain("secret");
  });

  test.each<[UpstreamErrorKind, string, string | null]>([
    ["not-found", "not_found", null],
    ["rate-limited", "too_many_requests", "33"],
    ["unreachable", "upstream_unavailable", "33"],
    ["timeout", "upstream_unavailable", "33"],
    ["bad-response", "upstream_unavailable", "33"],
    ["refused", "upstream_unavailable", "33"],
    ["suspended", "upstream_unavailable", "33"],
  ])("upstream as %s is told as %s", async (kind, code, wait) => {
    const cause = new Error("SECRET");
    const body = { detail: "SECRET" };
    const details = { endpoint: "price", retryAfterSeconds: 33, cause, body } as const;
    const reply = await ask(throwing(new UpstreamError(kind, details)));
    expect(reply.json()).toMatchObject({ code });
    expect(reply.headers.get("retry-after")).toBe(wait);
    expect(reply.text).not.toContain("SECRET");
  });

  test("upstream without a word about a wait is to be asked again after ten seconds", () => {
    const { extras } = upstreamProblem(new UpstreamError("timeout", { endpoint: "price" }));
    expect(extras.retryAfterSeconds).toBe(10);
  });
});

describe("before the handler runs", () => {
  test.each<[string, Record<string, string>]>([
    ["a foreign origin", { origin: "https://evil.example" }],
    ["another site", { "sec-fetch-site": "cross-site" }],
  ])("%s is refused", async (_name, headers) => {
    const run = vi.fn(fine);
    const reply = await ask(run, { headers, options: { sameOrigin: true } });
    expect(reply.json()).toMatchObject({ status: 403, code: "cross_origin" });
    expect(run).not.toHaveBeenCalled();
  });

  test("a limit that is used up is refused with its wait, for this buyer alone", async () => {
    const run = vi.fn(fine);
    const options = { limit: "LIMIT_ACCESS" } as const;
    const from = (ip: string) => ask(run, { options, headers: { [peerHeader()]: ip } });
    const statuses = [];
    for (let count = 0; count < 3; count += 1) statuses.push((await from("203.0.113.7")).status);
    expect(statuses).toEqual([200, 200, 429]);
    expect(Number((await from("203.0.113.7")).headers.get("retry-after"))).toBeGreaterThan(890);
    expect((await from("203.0.113.8")).status).toBe(200);
    expect(run).toHaveBeenCalledTimes(3);
  });

  test("an address that the client made up does not evade a limit", async () => {
    const options = { limit: "LIMIT_READ" } as const;
    const from = (forwarded: string) =>
      ask(fine, { options, headers: { "x-forwarded-for": forwarded } });
    expect((await from("6.6.6.6")).status).toBe(200);
    expect((await from("6.6.6.7")).status).toBe(429);
  });
});

describe("the handler", () => {
  test("can count by something else than the buyer's address", async () => {
    const run = async ({ limit }: RouteContext) => {
      await limit("LIMIT_READ", "one-reference");
      return privateJson({});
    };
    expect((await ask(run, { headers: { [peerHeader()]: "203.0.113.1" } })).status).toBe(200);
    expect((await ask(run, { headers: { [peerHeader()]: "203.0.113.2" } })).status).toBe(429);
  });

  test("gets nobody to call upstream for when the buyer's address is unknown", async () => {
    const run = async ({ identity }: RouteContext) => privateJson(identity());
    const reply = await ask(run, { headers: { [peerHeader()]: "unknown" } });
    expect(reply.json()).toMatchObject({ status: 400, code: "bad_request" });
  });

  test("gets the cookies, the language and the shop of the request", async () => {
    const run = async ({ cookies, locale, shop }: RouteContext) =>
      privateJson({ cookie: cookies.get("a"), locale, shop: shop.id });
    const headers = { cookie: "a=1", "accept-language": "tr" };
    expect((await ask(run, { headers })).json()).toEqual({
      cookie: "1",
      locale: "tr",
      shop: "default",
    });
  });
});
