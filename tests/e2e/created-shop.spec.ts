import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../scripts/free-port";
import { startDemo } from "../../scripts/start-demo";
import { placeOrder } from "./support/buy";
import { expect, expectScene, test } from "./support/test";

const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80"><circle cx="40" cy="40" r="38" fill="#0a5c36"/></svg>';

/** The variables that a file sets. */
const valuesOf = (file: string): Record<string, string> =>
  Object.fromEntries(
    readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => /^[A-Z]\w*=./.test(line))
      .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
  );

test("a shop that one command has made passes the doctor, starts as it is, and sells", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), "created-"));
  const logo = join(folder, "logo.svg");
  writeFileSync(logo, LOGO);
  const port = await freePort(0);
  const flags = {
    id: "rosa",
    name: "Rosa",
    url: `http://localhost:${port}`,
    email: "help@rosa.shop",
    entity: "Rosa Trading Ltd",
    logo,
    shops: join(folder, "shops"),
    env: join(folder, ".env"),
  };
  const made = spawnSync(
    process.execPath,
    [
      "--import",
      "tsx",
      "scripts/create-shop.ts",
      ...Object.entries(flags).map(([name, value]) => `--${name}=${value}`),
    ],
    {
      encoding: "utf8",
      env: {
        ...process.env,
        PARTNER_ID: "partner-rosa-77",
        API_URL: process.env.SANDBOX_URL,
        SERVER_IP: "203.0.113.9",
      },
    },
  );
  expect(made.status, made.stdout + made.stderr).toBe(0);
  expect(made.stdout).toMatch(/\d+ ok, \d+ to look at, 0 wrong/);
  expect(made.stdout).not.toContain("partner-rosa-77");

  const { API_URL: _real, ...env } = valuesOf(flags.env);
  const demo = await startDemo({ shopPort: port, sandboxPort: 0, env });
  try {
    await page.goto(`${demo.shopUrl}/en/us`);
    await expect(page).toHaveTitle(/Rosa/);
    await expect(page.locator("header picture img")).toBeVisible();
    for (const path of ["/en/terms", "/ar/terms", "/de/privacy", "/fr/imprint"]) {
      await page.goto(demo.shopUrl + path);
      await expect(page.getByRole("main"), path).toContainText("Rosa");
    }
    await placeOrder(page, {
      path: `${demo.shopUrl}/en/us/pixelforge`,
      email: "buyer@example.org",
    });
    await page.getByTestId("demo-settle").click();
    await expectScene(page, "done");
    await page.getByTestId("reveal").click();
    await expect(page.getByTestId("code").first()).toBeVisible();
  } finally {
    await demo.stop();
  }
});
