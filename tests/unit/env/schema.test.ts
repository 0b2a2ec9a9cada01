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
  ["a partner ID with a line break", { PARTNER_ID: "a\nb" }, /^PARTNER_ID must be/],
])("%s is refused", (_name, values, message) => {
  expect(faults(values)).toEqual([expect.stringMatching(message)]);
});

test("no fault shows a value", () => {
  const text = faults({ ORDER_SECRET: "c2VjcmV0LXNlbnRpbmVs", PARTNER_ID: "has space" }).join("\n");
  expect(text).not.toContain("c2VjcmV0");
  expect(text).not.toContain("has space");
});
