import type { Page } from "@playwright/test";
import { readyOffline } from "./support/ready-offline";
import { expect, test } from "./support/test";

const CATALOGUE = ["/en", "/en/us", "/en/us/browse", "/en/us/pixelforge", "/en/help"];

/** What the page asks the shop for from now on, other than pictures. */
function watchRequests(page: Page): string[] {
  const seen: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() !== "image") seen.push(new URL(request.url()).pathname);
  });
  return seen;
}

test("a brand is fetched when a pointer stays on its tile, and opens without another document", async ({
  page,
}) => {
  await page.goto("/en/us");
  await page.waitForLoadState("networkidle");
  await readyOffline(page);
  const asked = watchRequests(page);
  const tile = page.getByRole("link", { name: /Streamhaus/ }).first();
  expect(asked).toEqual([]);
  await tile.hover();
  await expect.poll(() => asked).toContain("/en/us/streamhaus");
  await page.evaluate("window.sameDocument = true");
  await tile.click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Streamhaus");
  expect(await page.evaluate("window.sameDocument")).toBe(true);
});

test("back and forward between catalogue pages ask the shop for nothing", async ({ page }) => {
  await page.goto("/en/us");
  await page.waitForLoadState("networkidle");
  await page
    .getByRole("link", { name: /Streamhaus/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Streamhaus");
  await page.waitForLoadState("networkidle");
  const asked = watchRequests(page);
  await page.goBack();
  await expect(page.getByRole("combobox")).toBeVisible();
  await page.goForward();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Streamhaus");
  expect(asked.filter((path) => path.startsWith("/en"))).toEqual([]);
});

for (const path of CATALOGUE) {
  test(`${path} does nothing that keeps a browser from going back to it at once`, async ({
    page,
  }) => {
    await page.addInitScript(() => {
      const blockers: string[] = [];
      Object.assign(window, { blockers });
      const listen = window.addEventListener;
      window.addEventListener = function (this: Window, type: string, ...rest: [never]) {
        if (/unload$/.test(type)) blockers.push(type);
        listen.call(this, type, ...rest);
      } as typeof window.addEventListener;
      for (const name of [
        "EventSource",
        "WebSocket",
        "BroadcastChannel",
        "SharedWorker",
      ] as const) {
        const known = window[name];
        Object.assign(window, {
          [name]: new Proxy(known, {
            construct: (target, given) => {
              blockers.push(name);
              return Reflect.construct(target, given) as object;
            },
          }),
        });
      }
    });
    const reply = await page.goto(path);
    expect(reply?.headers()["cache-control"]).not.toContain("no-store");
    await page.waitForLoadState("networkidle");
    expect(await page.evaluate("blockers")).toEqual([]);
    expect(await page.evaluate("window.onunload ?? window.onbeforeunload")).toBeNull();
  });
}
