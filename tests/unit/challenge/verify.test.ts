import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { passesChallenge } from "@/lib/challenge/verify";
import { counters } from "@/lib/telemetry/counters";
import { setTestEnv } from "../../support/test-env";

type Reply = { status?: number; body?: string; hang?: boolean };
let reply: Reply;
let asked: URLSearchParams[];

const verifier = createServer((request, response) => {
  let text = "";
  request.on("data", (chunk) => {
    text += chunk;
  });
  request.on("end", () => {
    asked.push(new URLSearchParams(text));
    if (reply.hang) return;
    response.statusCode = reply.status ?? 200;
    response.end(reply.body ?? "");
  });
});
beforeAll(() => new Promise<void>((resolve) => verifier.listen(0, "127.0.0.1", resolve)));
afterAll(() => {
  verifier.closeAllConnections();
  verifier.close();
});
beforeEach(() => {
  setTestEnv();
  asked = [];
});

const configured = () => ({
  provider: "turnstile" as const,
  siteKey: "site",
  secret: "secret",
  verifyUrl: `http://127.0.0.1:${(verifier.address() as AddressInfo).port}/`,
});
const passes = (token = "token") =>
  passesChallenge(configured(), { token, ip: "203.0.113.7", host: "shop.example" });

test("a clear yes passes; the verifier gets the token, the secret and the buyer's address", async () => {
  reply = { body: JSON.stringify({ success: true, hostname: "shop.example" }) };
  expect(await passes()).toBe(true);
  expect(Object.fromEntries(asked[0] ?? [])).toEqual({
    secret: "secret",
    response: "token",
    remoteip: "203.0.113.7",
    sitekey: "site",
  });
  expect(counters().challenge_passed).toBe(1);
});

test.each<[string, Reply]>([
  ["a no", { body: '{"success":false,"error-codes":["timeout-or-duplicate"]}' }],
  ["a token of another site", { body: '{"success":true,"hostname":"evil.example"}' }],
  ["a word instead of true", { body: '{"success":"true"}' }],
  ["an empty answer", { body: "" }],
  ["a page instead of JSON", { body: "<html>" }],
  ["an error", { status: 500, body: '{"success":true}' }],
  ["silence", { hang: true }],
])("%s does not pass", { timeout: 8_000 }, async (_name, answer) => {
  reply = answer;
  expect(await passes()).toBe(false);
  expect(counters().challenge_failed).toBe(1);
});

test("a verifier that cannot be reached does not pass anybody", async () => {
  const nowhere = { ...configured(), verifyUrl: "http://127.0.0.1:9/" };
  expect(await passesChallenge(nowhere, { token: "t", ip: "::1", host: "h" })).toBe(false);
});

test("no token, or one of absurd length, is not worth asking about", async () => {
  reply = { body: '{"success":true}' };
  expect(await passes("")).toBe(false);
  expect(await passes("x".repeat(5_000))).toBe(false);
  expect(asked).toEqual([]);
});
