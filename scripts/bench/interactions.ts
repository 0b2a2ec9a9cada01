import type { Page } from "@playwright/test";

type Interaction = {
  path: string;
  /** Brings the page to where the touches begin. */
  ready(page: Page): Promise<void>;
  touch(page: Page): Promise<void>;
};

const SLOWER = 4;
const ROUNDS = 3;
const LEAST_MS = 16;

export const INTERACTIONS = {
  search: {
    path: "/en/us/browse",
    ready: async (page) => {
      await page.getByRole("status").first().filter({ hasText: /\d/ }).waitFor();
    },
    touch: async (page) => {
      await page.getByLabel("Search brands").click();
      await page.keyboard.type("coffee", { delay: 120 });
      for (let step = 0; step < 6; step += 1) await page.keyboard.press("Backspace", { delay: 60 });
      await page.getByText("Gift cards", { exact: true }).click();
      await page.getByText("All", { exact: true }).first().click();
    },
  },
  "amount typing": {
    path: "/en/us/parcelport",
    ready: async (page) => {
      await page.locator("#amount-value").waitFor();
    },
    touch: async (page) => {
      const field = page.locator("#amount-value");
      await field.click();
      await page.keyboard.type("47.5", { delay: 120 });
      for (let step = 0; step < 4; step += 1) await page.keyboard.press("Backspace", { delay: 60 });
    },
  },
  "coin switch": {
    path: "/en/us/pixelforge",
    ready: async (page) => {
      await page.locator("#amount-coin").waitFor();
    },
    touch: async (page) => {
      const coin = page.locator("#amount-coin");
      await coin.focus();
      // A headless browser opens no list: the keyboard changes the choice as a touch would.
      for (const key of ["ArrowDown", "ArrowDown", "ArrowUp"]) {
        await page.keyboard.press(key, { delay: 60 });
        await page.waitForTimeout(400);
      }
    },
  },
} as const satisfies Record<string, Interaction>;

/**
 * The slowest touch in milliseconds, until the next paint, on a phone four times slower. The machine may
 * be busy with something else for a moment, a shop is slow every time: the best of three rounds counts.
 */
export async function slowestTouch(
  page: Page,
  name: keyof typeof INTERACTIONS,
  origin = "",
): Promise<number> {
  const { path, ready, touch } = INTERACTIONS[name];
  await page.setViewportSize({ width: 390, height: 844 });
  await page.addInitScript(() => {
    const times: number[] = [];
    const touches = { count: 0 };
    Object.assign(window, { interactionTimes: times, interactionTouches: touches });
    // Without a name: the runner of the scripts would mark it with a helper that no page has.
    for (const type of ["keydown", "pointerdown"])
      addEventListener(type, () => touches.count++, { capture: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if ((entry as PerformanceEventTiming).interactionId) times.push(entry.duration);
      }
    }).observe({ type: "event", durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });
  await page.goto(origin + path);
  await page.waitForLoadState("networkidle");
  await ready(page);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.evaluate("interactionTimes.length = interactionTouches.count = 0");
    await touch(page);
    await page.waitForTimeout(600);
    const touches = await page.evaluate<number>("interactionTouches.count");
    if (touches < 3) throw new Error(`${name}: only ${touches} touches were seen`);
    // Browsers tell of none that took less.
    rounds.push(Math.max(LEAST_MS, ...(await page.evaluate<number[]>("interactionTimes"))));
  }
  return Math.min(...rounds);
}
