import { expect, test } from "vitest";
import { parseEnv } from "@/lib/env/schema";

const complete = {
  API_URL: "https://api.example",
  PARTNER_ID: "partner-1",
  SITE_URL: "https://shop.example",
  ORDER_SECRET: Buffer.alloc(32, 7).toString("base64"),
};

const faults = (values: Record<string, string | undefined>) => {
  const result = parseEnv({ ...complete, ...values });
  return result.ok ? [] : result.faults;
};

test("a complete environment is accepted", () => {
  expect(faults({})).toEqual([]);
  expect(faults({ SOLANA_RPC_URL: "https://node.example/?api-key=k" })).toEqual([]);
  expect(faults({ API_URL: "http://127.0.0.1:4010", SITE_URL: "http://localhost:3000" })).toEqual(
    [],
  );
});

test("H2 every missing variable is named at once", () => {
  expect(faults({ API_URL: undefined, PARTNER_ID: "", SITE_URL: undefined })).toEqual([
    "API_URL is missing",
    "PARTNER_ID is missing",
    "SITE_URL is missing",
  ]);
});

test.each([
  ["DEMO=1 away from loopback", { DEMO: "1" }, /^DEMO .*loopback/],
  ["a site without https", { SITE_URL: "http://shop.example" }, /^SITE_URL must be https/],
  ["a weak secret", { ORDER_SECRET: "c2hvcnQ=" }, /^ORDER_SECRET must be/],
  ["a limit in words", { LIMIT_ORDERS: "many" }, /^LIMIT_ORDERS must look like/],
  [
    "a Solana node without https",
    { SOLANA_RPC_URL: "http://node.example" },
    /^SOLANA_RPC_URL must be https/,
  ],
  ["a Solana node that is no address", { SOLANA_RPC_URL: "node" }, /^SOLANA_RPC_URL must be an/],
  [
    "a Solana node of the world in a demo",
    { SOLANA_RPC_URL: "https://node.example", DEMO: "1", API_URL: "http://127.0.0.1:4010" },
    /^SOLANA_RPC_URL .*loopback/,
  ],
  ["a site with a path", { SITE_URL: "https://shop.example/store" }, /^SITE_URL .*without a path/],
  ["a site with a query", { SITE_URL: "https://shop.example?x" }, /^SITE_URL .*without a path/],
  ["a site with a secret", { SITE_URL: "https://u:p@shop.example" }, /^SITE_URL .*without a path/],
  [
    "an upstream with a secret",
    { API_URL: "https://u:p@api.example" },
    /^API_URL .*without credentials/,
  ],
  ["an upstream with a query", { API_URL: "https://api.example/?v=5" }, /^API_URL .*without/],
  ["a version that no header can carry", { APP_VERSION: "1.0 – rosa" }, /^APP_VERSION must be/],
  ["a limit beyond any timer", { LIMIT_ORDERS: "10/2592000" }, /^LIMIT_ORDERS .*2147483 seconds/],
  ["a partner ID with a line break", { PARTNER_ID: "a\nb" }, /^PARTNER_ID must be/],
])("%s is refused", (_name, values, message) => {
  expect(faults(values)).toEqual([expect.stringMatching(message)]);
});

test.each(["API_URL", "SITE_URL", "SOLANA_RPC_URL", "CHALLENGE_VERIFY_URL"])(
  "H2: a %s that lacks its https:// is a fault with a name, in a demo too",
  (name) => {
    const local = { API_URL: "http://127.0.0.1:4010", SITE_URL: "http://localhost:3000" };
    for (const around of [{}, { ...local, DEMO: "1" }]) {
      expect(faults({ ...around, [name]: "shop.example" })).toEqual([
        `${name} must be an http(s) URL`,
      ]);
    }
  },
);

test("the shop's address is as browsers write it", () => {
  const siteUrl = (value: string) => {
    const result = parseEnv({ ...complete, SITE_URL: value });
    return result.ok && result.env.SITE_URL;
  };
  expect(siteUrl("https://Shop.Example:443/")).toBe("https://shop.example");
  expect(siteUrl("https://bücher.example")).toBe("https://xn--bcher-kva.example");
  expect(siteUrl("http://localhost:3000")).toBe("http://localhost:3000");
});

test("no fault shows a value", () => {
  const text = faults({ ORDER_SECRET: "c2VjcmV0LXNlbnRpbmVs", PARTNER_ID: "has space" }).join("\n");
  expect(text).not.toContain("c2VjcmV0");
  expect(text).not.toContain("has space");
});
