import { mkdirSync } from "node:fs";
import type { Browser } from "@playwright/test";
import { DEMO_STATES } from "../lib/demo/order-fixtures";
import { launchBrowser } from "./browser";
import { startDemo } from "./start-demo";

const SCREENS = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 900 } };
const LANGUAGES = {
  en: { locale: "en", query: "" },
  ar: { locale: "ar", query: "" },
  tr: { locale: "tr", query: "" },
  rtl: { locale: "en", query: "?dir=rtl" },
} as const;
const SCHEMES = ["light", "dark"] as const;

type Look = { screen: keyof typeof SCREENS; language: keyof typeof LANGUAGES; scheme: Scheme };
type Scheme = (typeof SCHEMES)[number];

/**
 * Takes a picture of every state of the order page in every look, from the built shop:
 * `npm run build && npm run screenshots:order [folder] [state …]`.
 */
async function main(): Promise<void> {
  const [folder = "test-results/order-screens", ...wanted] = process.argv.slice(2);
  const states = wanted.length > 0 ? wanted : DEMO_STATES;
  mkdirSync(folder, { recursive: true });
  const demo = await startDemo({ shopPort: 0, sandboxPort: 0 });
  const browser = await launchBrowser();
  try {
    for (const look of allLooks()) await picture(browser, demo.shopUrl, look, states, folder);
  } finally {
    await browser.close();
    await demo.stop();
  }
}

function allLooks(): Look[] {
  const screens = Object.keys(SCREENS) as Look["screen"][];
  const languages = Object.keys(LANGUAGES) as Look["language"][];
  return screens.flatMap((screen) =>
    languages.flatMap((language) => SCHEMES.map((scheme) => ({ screen, language, scheme }))),
  );
}

async function picture(
  browser: Browser,
  baseURL: string,
  { screen, language, scheme }: Look,
  states: readonly string[],
  folder: string,
): Promise<void> {
  const { locale, query } = LANGUAGES[language];
  const page = await browser.newPage({
    baseURL,
    viewport: SCREENS[screen],
    colorScheme: scheme,
    reducedMotion: "reduce",
    locale,
  });
  for (const state of states) {
    await page.goto(`/${locale}/demo/orders/${state}${query}`, { waitUntil: "networkidle" });
    await page.getByTestId("scene").waitFor();
    if (language === "rtl") await page.locator("html[dir=rtl]").waitFor();
    const reveal = page.getByTestId("reveal").first();
    if (await reveal.isVisible()) {
      await reveal.click();
      await reveal.waitFor({ state: "detached" }).catch(() => undefined);
    }
    const surplus = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (surplus > 0) console.log(`${state} is ${surplus} px too wide: ${screen} ${language}`);
    await page.screenshot({
      path: `${folder}/${state}-${screen}-${language}-${scheme}.png`,
      fullPage: true,
    });
  }
  await page.close();
}

await main();
