import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expect, test } from "./support/test";

// Next and React alone weigh about 131 kB; the rest is what this shop adds.
const SCRIPT_BUDGET_KB = 152;

for (const path of ["/en", "/en/us", "/en/us/browse", "/en/us/pixelforge"]) {
  test(`${path} loads no more script than its budget`, async ({ request }) => {
    const html = await (await request.get(path)).text();
    const tags = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"[^>]*>/g)];
    const sources = tags
      .filter(([tag]) => !/\snomodule/i.test(tag))
      .map(([, source = ""]) => source);
    expect(sources.length).toBeGreaterThan(3);
    let bytes = 0;
    for (const source of new Set(sources)) {
      bytes += gzipSync(await (await request.get(source)).body(), { level: 9 }).length;
    }
    expect(bytes / 1000).toBeLessThan(SCRIPT_BUDGET_KB);
  });
}

test("900 brands answer every touch within 200 ms on a phone four times slower", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.addInitScript(() => {
    const times: number[] = [];
    Object.assign(window, { interactionTimes: times });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if ((entry as PerformanceEventTiming).interactionId) times.push(entry.duration);
      }
    }).observe({ type: "event", durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });
  await page.goto("/en/us/browse");
  const search = page.getByLabel("Search brands");
  await expect(page.getByRole("status").first()).toContainText(/\d/);
  await page.waitForLoadState("networkidle");
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });

  // The machine may be busy with something else for a moment, the shop is slow every time.
  const rounds: number[] = [];
  for (let round = 0; round < 3; round += 1) rounds.push(await slowestTouch(page, search));
  expect(Math.min(...rounds)).toBeLessThanOrEqual(200);
});

async function slowestTouch(page: Page, search: ReturnType<Page["getByLabel"]>): Promise<number> {
  await page.evaluate(() => {
    (window as unknown as { interactionTimes: number[] }).interactionTimes.length = 0;
  });
  await search.click();
  await page.keyboard.type("coffee", { delay: 120 });
  for (let step = 0; step < 6; step += 1) await page.keyboard.press("Backspace", { delay: 60 });
  await page.getByText("Gift cards", { exact: true }).click();
  await page.getByText("All", { exact: true }).first().click();
  await page.waitForTimeout(600);
  const times = await page.evaluate(
    () => (window as unknown as { interactionTimes: number[] }).interactionTimes,
  );
  expect(times.length).toBeGreaterThan(3);
  return Math.max(...times);
}
