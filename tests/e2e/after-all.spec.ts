import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { openReview } from "./support/buy";
import { findLeaks, secretsOf } from "./support/find-leaks";
import { allOrders, answerNext, freshEmail } from "./support/sandbox";
import { expect, test } from "./support/test";

const readLog = () => readFileSync(process.env.SHOP_LOG ?? "", "utf8");

test.describe.configure({ mode: "serial" });
test.describe("an upstream that repeats the buyer in its own error", () => {
  test.use({ expectedErrors: [/status of 50[0-9]/] });

  test("A7: tells the page nothing of it", async ({ page }) => {
    const email = freshEmail();
    await openReview(page, { path: "/en/us/pixelforge", email });
    const echo = { status: 500, detail: `Failed for ${email}`, message: email, code: "ECHO-1234" };
    await answerNext("orders", "/v5/orders", echo, 500);
    for (const consent of await page.getByRole("checkbox").all()) await consent.check();
    const reply = page.waitForResponse((one) => new URL(one.url()).pathname === "/api/orders");
    await page.getByRole("button", { name: "Create order" }).click();
    const text = await (await reply).text();
    expect((await reply).status()).toBe(504);
    expect(text).not.toContain(email);
    expect(text).not.toContain("ECHO-1234");
  });
});

test("A7: nothing that all these tests did left a secret in the shop's log", async () => {
  const log = readLog();
  const orders = await allOrders();
  const secrets = orders.flatMap(secretsOf);
  // A search that looks at nothing, or for nothing, would find nothing.
  expect(orders.length).toBeGreaterThan(0);
  expect(new Set(secrets).size).toBeGreaterThan(orders.length * 3);
  expect(log.match(/"event":"request"/g)?.length ?? 0).toBeGreaterThan(orders.length);
  expect(log).toContain('"level":');
  expect(findLeaks(log, [...secrets, "partner-sentinel-4711", "ECHO-1234"])).toEqual([]);
});

test("A7: the search finds what is planted, of every kind", async () => {
  const log = readLog();
  const [secret = ""] = (await allOrders()).flatMap(secretsOf);
  for (const planted of [
    secret,
    "somebody@example.com",
    "+12015550123",
    `/en/orders/${"aB3_-".repeat(30)}`,
    `0x${"aB12".repeat(10)}`,
    "LPA:1$smdp.example$ACT",
    "partner-sentinel-4711",
    "left this machine for evil.example",
  ]) {
    const found = findLeaks(`${log}\n{"msg":"${planted}"}\n`, [secret, "partner-sentinel-4711"]);
    expect(found, planted).toHaveLength(1);
    expect(found[0]).not.toContain("somebody@");
  }
});

test("H6: whole purchases were made against the stand-in, and no process asked another machine for anything", async () => {
  expect((await allOrders()).length).toBeGreaterThan(0);
  expect(readLog()).not.toContain("left this machine");
  // The same shop would be told on if it did: here is a process that does.
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [
    "--import",
    "./tests/e2e/support/loopback-only.mjs",
    "-e",
    'fetch("https://registry.example/x").catch(() => console.log("refused"))',
  ]);
  expect(stdout).toContain("refused");
  expect(stderr).toContain("left this machine for registry.example");
});
