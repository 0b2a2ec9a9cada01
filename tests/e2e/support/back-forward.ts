import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, type Page } from "@playwright/test";
import { test as shopTest } from "./test";

type Shown = { persisted: boolean[]; isLeft: boolean; textOnShow: string };
type Return = {
  /** Whether the page came back as it had been left, without being loaded. */
  kept: boolean;
  /** Why it did not, in the browser's words. */
  reasons: string[];
  /** What stood on the page at the moment in which it was shown again, before any script could tidy up. */
  text: string;
};
type BackForward = {
  /** Leaves for another page of the shop by loading it, and comes back. */
  leaveAndReturn: (to?: string) => Promise<Return>;
  /** One step back or forward in the history. */
  step: (by: -1 | 1) => Promise<Return>;
  /** What this browser does with a page of a few bytes from a server that has nothing to do with the shop. */
  bare: Return;
};

/**
 * A page in a browser that may keep pages for the way back, as people's browsers do; Playwright starts
 * its own without. A packaged browser may still keep none: then `bare` says so, with its reasons.
 */
export const test = shopTest.extend<BackForward>({
  launchOptions: [
    async ({ launchOptions }, use) => {
      const ignoreDefaultArgs = ["--disable-back-forward-cache"];
      await use({ ...launchOptions, ignoreDefaultArgs });
    },
    { scope: "worker" },
  ],
  page: async ({ page }, use) => {
    await page.addInitScript(() => {
      const shown: Shown = { persisted: [], isLeft: false, textOnShow: "" };
      Object.assign(window, { shown });
      window.addEventListener("pagehide", () => {
        shown.isLeft = true;
      });
      window.addEventListener("pageshow", ({ persisted }) => {
        shown.isLeft = false;
        shown.persisted.push(persisted);
        shown.textOnShow = document.body.innerText;
      });
    });
    await use(page);
  },
  step: async ({ page }, use) => {
    const session = await page.context().newCDPSession(page);
    await session.send("Page.enable");
    let reasons: string[] = [];
    session.on("Page.backForwardCacheNotUsed", ({ notRestoredExplanations }) => {
      reasons = notRestoredExplanations.map(({ reason }) => reason);
    });
    await use(async (by) => {
      reasons = [];
      const from = page.url();
      // The document goes away while the call is still under way.
      await page.evaluate((steps) => setTimeout(() => history.go(steps)), by);
      await page.waitForURL((url) => url.href !== from, { waitUntil: "commit" });
      const { persisted, textOnShow: text } = await shownPage(page);
      return { kept: persisted.at(-1) === true, reasons, text };
    });
  },
  leaveAndReturn: async ({ page, step }, use) => {
    await use(async (to = "/en/terms") => {
      await page.goto(to);
      return step(-1);
    });
  },
  bare: async ({ page, leaveAndReturn }, use, testInfo) => {
    const server = createServer((_, reply) => {
      reply.setHeader("content-type", "text/html");
      reply.end("<!doctype html><title>bare</title><p>bare");
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/one`);
    const bare = await leaveAndReturn(`http://127.0.0.1:${port}/two`);
    server.closeAllConnections();
    server.close();
    if (!bare.kept) {
      const description = `this browser keeps not even a bare page (${bare.reasons.join(", ")})`;
      testInfo.annotations.push({ type: "reloaded", description });
    }
    await use(bare);
  },
});

/** The page's own record, once it is on show. */
async function shownPage(page: Page): Promise<Shown> {
  let shown: Shown | undefined;
  await expect
    .poll(async () => {
      shown = await page
        .evaluate(() => (window as unknown as { shown?: Shown }).shown)
        // Between two documents there is none to ask.
        .catch(() => undefined);
      return shown !== undefined && shown.persisted.length > 0 && !shown.isLeft;
    })
    .toBe(true);
  if (!shown) throw new Error("The page has no record of itself");
  return shown;
}

/** Why a page was not kept, beyond what holds for any page in this browser. */
export function ownReasons({ reasons }: Return, bare: Return): string[] {
  return reasons.filter((reason) => !bare.reasons.includes(reason));
}
