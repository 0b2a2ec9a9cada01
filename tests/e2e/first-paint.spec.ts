import { randomUUID } from "node:crypto";
import type { Page, Request } from "@playwright/test";
import { openState } from "./support/open-state";
import { rawRequest } from "./support/raw-request";
import { expect, test } from "./support/test";

const CHECKOUT = "/en/checkout?l=US%2Fpixelforge%2F1%2Fd%3A20+USD";
const PATHS = ["/en/us", "/en/us/browse", "/en/us/pixelforge", "/ar/us", CHECKOUT];

/** Whether the shop's own scripts run in the page, which only they can tell. */
const isAlive = (page: Page) =>
  page.evaluate(() =>
    Object.keys(document.querySelector("main") ?? {}).some((key) => key.startsWith("__react")),
  );

for (const path of PATHS) {
  test(`${path} is painted with its styles while no script and no stylesheet has come`, async ({
    page,
  }) => {
    const asked: Request[] = [];
    await page.route("**/_next/static/**", (route) => {
      asked.push(route.request());
    });
    await page.goto(path, { waitUntil: "domcontentloaded" });
    await expect(page.locator("h1")).toBeVisible();
    await expect(page.locator("h1")).not.toHaveCSS("font-weight", "400");
    expect(await isAlive(page)).toBe(false);
    await expect
      .poll(() => asked.some((request) => request.resourceType() === "script"))
      .toBe(true);
    expect(asked.filter((request) => request.resourceType() === "stylesheet")).toEqual([]);
  });

  test(`${path} asks for scripts and fonts after its first paint, and for no stylesheet`, async ({
    page,
  }) => {
    await page.goto(path, { waitUntil: "networkidle" });
    const { painted, asked } = await page.evaluate(() => ({
      painted: performance.getEntriesByName("first-paint")[0]?.startTime ?? Number.NaN,
      asked: (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
        .filter(({ name }) => name.includes("/_next/static/"))
        .map(({ name, startTime }) => ({ name, startTime })),
    }));
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter(({ startTime }) => !(startTime >= painted))).toEqual([]);
    expect(asked.filter(({ name }) => name.endsWith(".css"))).toEqual([]);
    expect(await isAlive(page)).toBe(true);
  });
}

test("no header of a page names what to fetch ahead", async ({ request }) => {
  for (const path of PATHS) expect((await request.get(path)).headers().link).toBeUndefined();
});

test("an order's page, made for one request, is painted first as well", async ({ page }) => {
  await openState(page, "/en/demo/orders/pay-evm");
  const sheets = await page.evaluate(() =>
    performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".css")),
  );
  expect(sheets).toEqual([]);
  await expect(page.locator("h1")).not.toHaveCSS("font-weight", "400");
  expect(await isAlive(page)).toBe(true);
});

test.describe("a page that is not there", () => {
  test.use({ expectedErrors: [/the server responded with a status of 404/] });

  test("shows nothing until scripts draw it, so they do not wait", async ({ page, request }) => {
    const path = `/en/us/none-${randomUUID()}`;
    const reply = await request.get(path);
    expect(reply.status()).toBe(404);
    const text = await reply.text();
    expect(text).not.toContain("<h1");
    expect(text).not.toContain("after-paint");
    await page.goto(path);
    await expect(page.locator("h1")).toBeVisible();
  });

  // The framework writes it out for a client without a name, and keeps it for whoever comes next.
  test("is painted first where it is kept with words in it", async ({ page, baseURL }) => {
    const path = `/en/us/none-${randomUUID()}`;
    const { port, host } = new URL(baseURL ?? "");
    const reply = await rawRequest({ port: Number(port), host, path });
    expect(reply.status).toBe(404);
    const [before = "", held = ""] = reply.body.split('<template id="after-paint">');
    expect(before).toContain("<h1");
    expect(before).toContain("<style>");
    expect(before).not.toContain(' async=""');
    expect(held).toContain("</script></template>");
    const kept = await page.goto(path);
    expect(await kept?.text()).toContain("after-paint");
    await expect.poll(() => isAlive(page)).toBe(true);
  });
});

test("who asks for a page's headers alone hears nothing of it that is not so", async ({
  request,
}) => {
  for (const path of [...PATHS, "/en/us/none"]) {
    for (const form of ["br", "identity"]) {
      const headers = { "accept-encoding": form };
      const whole = await request.get(path, { headers });
      const head = await request.head(path, { headers });
      expect(head.status(), path).toBe(whole.status());
      expect(head.headers()["content-type"], path).toBe(whole.headers()["content-type"]);
      for (const name of ["content-length", "content-encoding", "etag"]) {
        expect([undefined, whole.headers()[name]], `${path}: ${name}`).toContain(
          head.headers()[name],
        );
      }
    }
  }
});

const NO_WORD_OF_PAINTING: Record<string, () => void> = {
  "paints nothing, in the background or out of sight,": () => {
    PerformanceObserver.prototype.observe = () => {};
  },
  "is in a browser that tells nobody when it paints": () => {
    Reflect.deleteProperty(window, "PerformanceObserver");
  },
  "is in a browser that forbids to ask when it paints": () => {
    PerformanceObserver.prototype.observe = () => {
      throw new TypeError("refused");
    };
  },
};

for (const [which, make] of Object.entries(NO_WORD_OF_PAINTING)) {
  test(`a page that ${which} comes alive`, async ({ page }) => {
    await page.addInitScript(make);
    await page.goto("/en/us");
    await expect.poll(() => isAlive(page)).toBe(true);
  });
}
