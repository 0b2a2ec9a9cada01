import { NextRequest } from "next/server";
import { beforeAll, describe, expect, test } from "vitest";
import { setTestEnv } from "../support/test-env";

let proxy: (request: NextRequest) => Response;

beforeAll(async () => {
  setTestEnv();
  proxy = (await import("@/proxy")).default;
});

const ask = (path: string, headers: Record<string, string> = {}) =>
  proxy(new NextRequest(`http://localhost:3000${path}`, { headers }));

/** The headers that the page is told, when it is told others than came in. */
function toldTo(reply: Response): Record<string, string | null> | undefined {
  const names = reply.headers.get("x-middleware-override-headers")?.split(",");
  if (!names) return undefined;
  return Object.fromEntries(
    names.map((name) => [name, reply.headers.get(`x-middleware-request-${name}`)]),
  );
}

describe("what a page is told of the request:", () => {
  test("a catalogue page what came in, without a copy of it", () => {
    expect(toldTo(ask("/en/us", { accept: "text/html" }))).toBeUndefined();
  });

  test.each(["content-security-policy", "x-nonce"])("never a stranger's %s", (name) => {
    const told = toldTo(ask("/en/us", { [name]: "'nonce-mine'", accept: "text/html" }));
    expect(told).toEqual(expect.objectContaining({ accept: "text/html" }));
    expect(told).not.toHaveProperty(name);
  });

  test("a page with money its own policy, whatever came in", () => {
    const strange = { "content-security-policy": "'nonce-mine'", "x-nonce": "mine" };
    const reply = ask("/en/checkout", strange);
    const told = toldTo(reply);
    const policy = reply.headers.get("content-security-policy");
    expect(policy).toMatch(/'nonce-[\w+/=]{20,}'/);
    expect(told?.["content-security-policy"]).toBe(policy);
    expect(told).not.toHaveProperty("x-nonce");
  });
});

describe("the buyer's cookie", () => {
  test("comes with the checkout page, once", () => {
    expect(ask("/en/checkout").headers.get("set-cookie")).toMatch(/^buyer=[\w-]{24};/);
    expect(ask("/en/checkout", { cookie: "buyer=mine" }).headers.has("set-cookie")).toBe(false);
  });

  test.each(["/xx/checkout", "/checkout", "/en/us/checkout"])(
    "E3: does not come with %s, which caches may keep",
    (path) => {
      expect(ask(path).headers.has("set-cookie")).toBe(false);
    },
  );
});
