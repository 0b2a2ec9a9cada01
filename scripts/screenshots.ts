import { mkdirSync } from "node:fs";
import { launchBrowser } from "./browser";
import { demoUrl } from "./demo-shops";
import { startDemo } from "./start-demo";

const FOLDER = "docs/images";
const SHOPS = [
  { id: "nightowl", path: "/en/us", colorScheme: "light" },
  { id: "nightowl", path: "/en/us", colorScheme: "dark" },
  { id: "dukkan", path: "/ar/ae", colorScheme: "light" },
  { id: "dukkan", path: "/ar/ae", colorScheme: "dark" },
] as const;

/** Takes the pictures of the README from the built shop: `npm run build && npm run screenshots`. */
async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const demo = await startDemo({ shopPort: 0, sandboxPort: 0 });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({
      baseURL: demo.shopUrl,
      viewport: { width: 1200, height: 800 },
      locale: "en-US",
      colorScheme: "light",
    });
    await page.goto("/en/us", { waitUntil: "networkidle" });
    await page.screenshot({ path: `${FOLDER}/home.png` });
    for (const { id, path, colorScheme } of SHOPS) {
      await page.emulateMedia({ colorScheme });
      await page.goto(demoUrl(id, demo.ports.shop) + path, { waitUntil: "networkidle" });
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: `${FOLDER}/shop-${id}-${colorScheme}.png` });
    }
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto("/en/us/pixelforge");
    await page.getByRole("button", { name: "Buy now" }).click();
    await page.getByLabel("E-mail address").fill("buyer@example.com");
    await page.getByRole("button", { name: "Review order" }).click();
    const create = page.getByRole("button", { name: "Create order and pay" });
    await create.waitFor();
    for (const consent of await page.getByRole("checkbox").all()) await consent.check();
    await create.click();
    await page.getByTestId("pay-qr").waitFor();
    await page.screenshot({ path: `${FOLDER}/order.png` });
  } finally {
    await browser.close();
    await demo.stop();
  }
}

await main();
