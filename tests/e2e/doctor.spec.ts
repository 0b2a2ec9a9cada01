import { execFile } from "node:child_process";
import { expect, test } from "./support/test";

type Report = { worst: string; lines: { level: string; check: string; text: string }[] };

/** The command as an operator runs it, on the configuration of the shop under test. */
function doctor(
  url: string,
  env: Record<string, string>,
): Promise<{ code: number; report: Report }> {
  const script = ["--conditions=react-server", "--import", "tsx", "scripts/doctor.ts"];
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [...script, "--json", "--url", url],
      { env: { ...process.env, ...env } },
      (error, stdout) => {
        try {
          const code = typeof error?.code === "number" ? error.code : 0;
          resolve({ code, report: JSON.parse(stdout) as Report });
        } catch (unreadable) {
          reject(unreadable as Error);
        }
      },
    );
  });
}

const configuration = (shopUrl: string) => ({
  API_URL: process.env.SANDBOX_URL ?? "",
  PARTNER_ID: "partner-4711",
  SITE_URL: shopUrl,
  SERVER_IP: "203.0.113.9",
  ORDER_SECRET: Buffer.from(Array.from({ length: 32 }, (_, index) => index * 7)).toString("base64"),
});

test("the doctor finds nothing wrong with the running shop", async () => {
  const shopUrl = process.env.SHOP_URL ?? "";
  const { code, report } = await doctor(shopUrl, configuration(shopUrl));
  expect(report.lines.filter(({ level }) => level === "wrong")).toEqual([]);
  expect(code).toBe(0);
  const checks = new Set(
    report.lines.filter(({ level }) => level === "ok").map(({ check }) => check),
  );
  for (const check of ["Live updates", "Security headers", "Address of buyers", "Upstream"]) {
    expect(checks, check).toContain(check);
  }
});

test("its exit code says that something is wrong", async () => {
  const shopUrl = process.env.SHOP_URL ?? "";
  const broken = { ...configuration(shopUrl), API_URL: "http://127.0.0.1:9" };
  const { code, report } = await doctor(shopUrl, broken);
  expect(code).toBe(1);
  expect(report.worst).toBe("wrong");
});

test.describe("the page of the set-up", () => {
  test.use({
    httpCredentials: { username: "anyone", password: process.env.SETUP_TOKEN ?? "" },
  });

  test("is the same report for who has the token", async ({ page }) => {
    const reply = await page.goto("/setup");
    expect(reply?.status()).toBe(200);
    expect(reply?.headers()["x-robots-tag"]).toBe("noindex");
    await expect(page.getByRole("heading", { level: 1, name: "Set-up" })).toBeVisible();
    await expect(page.getByText("Nothing was ordered.")).toBeVisible();
    await expect(page.locator('[data-level="wrong"]')).toHaveCount(0);
    expect(await page.content()).not.toContain("demo-partner");
  });
});

test("nobody else sees it", async ({ request }) => {
  for (const path of ["/setup", "/setup/echo", "/setup/stream"]) {
    expect((await request.get(path)).status(), path).toBe(401);
  }
  expect((await request.get("/setup/other")).status()).toBe(404);
});
