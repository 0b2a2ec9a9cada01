import type { Page } from "@playwright/test";
import { expect, test } from "./support/test";

/** The parts of the shop's font that a page has asked for, by their names. */
function partsOf(page: Page): Set<string> {
  const parts = new Set<string>();
  page.on("request", (request) => {
    const [, part] = /\/inter-([a-z-]+)\.[^/]*woff2$/.exec(new URL(request.url()).pathname) ?? [];
    if (part) parts.add(part);
  });
  return parts;
}

test("a page in Latin letters fetches these alone, and others only what they show", async ({
  page,
}) => {
  const parts = partsOf(page);
  await page.goto("/en/us/pixelforge", { waitUntil: "networkidle" });
  expect([...parts]).toEqual(["latin"]);
  const show = (text: string) =>
    page.evaluate((words) => {
      const line = document.createElement("p");
      line.textContent = words;
      document.querySelector("main")?.prepend(line);
      return document.fonts.ready.then(() => undefined);
    }, text);
  await show("Отправьте");
  await expect.poll(() => [...parts].sort()).toEqual(["cyrillic", "latin"]);
  await show("Στείλτε");
  await expect.poll(() => [...parts].sort()).toEqual(["cyrillic", "greek", "latin"]);
});

test("Arabic is written in the device's own letters", async ({ page }) => {
  const parts = partsOf(page);
  await page.goto("/ar/help", { waitUntil: "networkidle" });
  expect([...parts].filter((part) => !part.startsWith("latin"))).toEqual([]);
});
