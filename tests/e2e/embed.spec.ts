import { readFileSync } from "node:fs";
import type { FrameLocator, Page, Response } from "@playwright/test";
import { startFrameHost } from "../../scripts/frame-host";
import { freshEmail, move, orderOf } from "./support/sandbox";
import { expect, test } from "./support/test";

const words = (name: string) => JSON.parse(readFileSync(`messages/en/${name}.json`, "utf8"));
const checkout = words("checkout") as typeof import("../../messages/en/checkout.json");
const embed = words("embed") as typeof import("../../messages/en/embed.json");
const product = words("product") as typeof import("../../messages/en/product.json");
const EMAIL = "framed@example.com";

const host = () => process.env.FRAME_HOST_URL ?? "";
const shop = () => process.env.SHOP_URL ?? "";
const frameOf = (page: Page): FrameLocator => page.frameLocator("gift-shop iframe");

type Heard = { origin: string; data: Record<string, unknown> };

/** Everything that a page is told by the frames in it. */
async function hearMessages(page: Page): Promise<() => Promise<Heard[]>> {
  await page.addInitScript(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    window.addEventListener("message", ({ origin, data }) => heard.push({ origin, data }));
  });
  return () => page.evaluate(() => (window as unknown as { heard: Heard[] }).heard);
}

// Chromium wanted all three before it came to know the first alone.
const COOKIE_CONTROLS = {
  enableThirdPartyCookieRestriction: true,
  disableThirdPartyCookieMetadata: true,
  disableThirdPartyCookieHeuristics: true,
};

// As browsers will do by themselves: nothing of another site in a frame may read or write a cookie.
test.beforeEach(async ({ page, context }) => {
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCookieControls", COOKIE_CONTROLS);
});

const isOrderRead = (response: Response): boolean =>
  response.request().method() === "GET" &&
  /^\/api\/orders\/[\w-]+$/.test(new URL(response.url()).pathname);

/** A press goes to where the button was, so it waits until the site has given the frame the height it asks for. */
async function expectFitted(frame: FrameLocator): Promise<void> {
  const isCut = () =>
    frame.locator("html").evaluate((root) => root.scrollHeight > root.clientHeight);
  await expect.poll(isCut).toBe(false);
}

async function fillCheckout(frame: FrameLocator, email?: string): Promise<void> {
  await frame.getByRole("button", { name: product.form.submit }).click();
  const field = frame.getByLabel(checkout.emailLabel);
  await expect(field).toBeVisible();
  if (email) await field.fill(email);
  await expectFitted(frame);
  await frame.getByRole("button", { name: checkout.review }).click();
  await expect(frame.getByRole("button", { name: checkout.create })).toBeVisible();
  for (const consent of await frame.getByRole("checkbox").all()) await consent.check();
  await frame.getByRole("button", { name: checkout.create }).click();
}

test("the browser of these tests gives a site in a frame no cookie, and on its own one", async ({
  page,
}) => {
  const probe = () => {
    // biome-ignore lint/suspicious/noDocumentCookie: whether this works at all is the question.
    document.cookie = "probe=1; SameSite=None; Secure; path=/";
    return document.cookie.includes("probe=1");
  };
  await page.goto(host());
  await expect(frameOf(page).getByRole("heading", { level: 1 })).toBeVisible();
  const inside = page.frames().find((frame) => frame.url().startsWith(shop()));
  if (!inside) throw new Error("there is no frame");
  expect(new URL(host()).hostname).not.toBe(new URL(shop()).hostname);
  expect(await inside.evaluate(probe)).toBe(false);
  await page.goto(`${shop()}/en/help`);
  expect(await page.evaluate(probe)).toBe(true);
});

test("G3: a whole purchase inside another site, without a cookie", async ({ page, context }) => {
  const heard = await hearMessages(page);
  const orderReads: { path: string; authorized: boolean }[] = [];
  page.on("request", (request) => {
    const path = new URL(request.url()).pathname;
    if (!path.startsWith("/api/orders/") || path.endsWith("/validations")) return;
    orderReads.push({ path, authorized: "authorization" in request.headers() });
  });
  await page.goto(host());
  const frame = frameOf(page);
  await frame.getByLabel("Search brands").fill("pixelf");
  await frame.getByRole("link", { name: /Pixelforge/ }).click();
  await fillCheckout(frame, EMAIL);
  await expect(frame.locator('[data-scene="pay"]')).toBeVisible({ timeout: 20_000 });
  await expect(page.locator("#heard")).toHaveText("An order is awaiting_payment.");
  const address = (await frame.getByTestId("payment-card").innerText()).match(/\b\w{30,}\b/)?.[0];
  expect(address).toBeTruthy();

  await frame.getByTestId("demo-settle").click();
  await expect(frame.locator('[data-scene="done"]')).toBeVisible({ timeout: 40_000 });
  await expect(page.locator("#heard")).toHaveText("An order is done.");
  await frame.getByTestId("reveal").click();
  const code = frame.getByTestId("code").first();
  await expect(code).toBeVisible();

  const messages = await heard();
  const kinds = new Set(messages.map(({ data }) => data.type));
  expect([...kinds].sort()).toEqual(["order", "ready", "size"]);
  const told = JSON.stringify(messages);
  for (const secret of [EMAIL, address ?? "-", await code.innerText()]) {
    expect(told).not.toContain(secret);
  }
  expect(new Set(messages.map(({ origin }) => origin))).toEqual(new Set([shop()]));
  expect(await context.cookies()).toEqual([]);
  expect(orderReads.length).toBeGreaterThan(1);
  expect(orderReads.filter(({ authorized }) => !authorized)).toEqual([]);
  expect(orderReads.filter(({ path }) => path.endsWith("/subscribe"))).toEqual([]);
});

test("B4: a dearer price accepted inside another site stays accepted", async ({
  page,
  context,
}) => {
  const email = freshEmail();
  await page.goto(`${host()}/buy.html`);
  await page.getByRole("button", { name: "Buy Pixelforge" }).click();
  const frame = frameOf(page);
  await fillCheckout(frame, email);
  await expect(frame.getByTestId("payment-card")).toBeVisible({ timeout: 20_000 });

  const { coin_amount } = await orderOf(email);
  const dearer = (Number(coin_amount) * 1.1).toFixed(2);
  await move(email, "set", { coin_amount: dearer });
  const accept = frame.getByRole("button", { name: `Accept ${dearer}` });
  await accept.click({ timeout: 20_000 });
  await expect(frame.getByTestId("pay-amount")).toHaveText(dearer, { timeout: 20_000 });

  const poll = await page.waitForResponse(isOrderRead, { timeout: 20_000 });
  expect(await poll.json()).toMatchObject({ phase: "awaiting_payment" });
  await expect(frame.getByTestId("pay-amount")).toHaveText(dearer);
  await expect(accept).toHaveCount(0);
  expect(await context.cookies()).toEqual([]);

  await frame.getByTestId("demo-settle").click();
  await expect(frame.locator('[data-scene="done"]')).toBeVisible({ timeout: 40_000 });
});

test("the frame is as high as its page, and follows it", async ({ page }) => {
  await page.goto(host());
  const frame = frameOf(page);
  await expect(frame.getByRole("heading", { level: 1 })).toBeVisible();
  const difference = async () => {
    const outer = (await page.locator("gift-shop iframe").boundingBox())?.height ?? 0;
    const inner = await frame
      .locator("body")
      .evaluate((body) => body.getBoundingClientRect().height);
    return Math.abs(outer - inner);
  };
  await expect.poll(difference).toBeLessThan(2);
  const before = (await page.locator("gift-shop iframe").boundingBox())?.height ?? 0;
  await frame.getByLabel("Search brands").fill("nothing is called this");
  await expect
    .poll(async () => (await page.locator("gift-shop iframe").boundingBox())?.height ?? 0)
    .toBeLessThan(before - 100);
  await expect.poll(difference).toBeLessThan(2);
  expect(await frame.locator("html").evaluate((root) => root.scrollWidth - root.clientWidth)).toBe(
    0,
  );
});

test("a button buys one brand in a dialog, with what the site knows filled in", async ({
  page,
}) => {
  await page.goto(`${host()}/buy.html`);
  await page.getByRole("button", { name: "Buy Pixelforge" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  const frame = frameOf(page);
  await expect(frame.getByRole("heading", { level: 1, name: "Pixelforge" })).toBeVisible();
  await frame.getByRole("button", { name: product.form.submit }).click();
  await expect(frame.getByLabel(checkout.emailLabel)).toHaveValue("reader@example.org");
  await dialog.getByRole("button", { name: "Close the shop" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Buy Pixelforge" })).toBeFocused();
});

test("an open order keeps its frame, whatever the site does to the element", async ({ page }) => {
  await page.goto(host());
  const shopElement = page.locator("gift-shop");
  const frame = frameOf(page);
  await frame.getByLabel("Search brands").fill("pixelf");
  await frame.getByRole("link", { name: /Pixelforge/ }).click();
  await fillCheckout(frame, freshEmail());
  const address = frame.getByTestId("pay-address");
  await expect(address).toBeVisible({ timeout: 20_000 });
  const before = await address.innerText();
  await expect(page.locator("#heard")).toHaveText("An order is awaiting_payment.");

  await shopElement.evaluate((element) => {
    element.setAttribute("theme", "dark");
    element.setAttribute("lang", "de");
  });
  // The frame is still the one that can be paid and be told so.
  await frame.getByTestId("demo-settle").click();
  await expect(frame.locator('[data-scene="done"]')).toBeVisible({ timeout: 40_000 });
  await expect(frame.locator("html")).toHaveAttribute("lang", "en");
  expect(before).toMatch(/\w{30,}/);
  await expect(page.locator("#heard")).toHaveText("An order is done.");

  await shopElement.evaluate((element) => element.setAttribute("country", "de"));
  await expect(frame.locator("html")).toHaveAttribute("lang", "de");
  await expect(frame.locator('[data-scene="done"]')).toHaveCount(0);
});

test("a dialog with an open order asks before it closes, and not once it is over", async ({
  page,
}) => {
  const asked: string[] = [];
  let agree = false;
  page.on("dialog", (question) => {
    asked.push(question.message());
    return agree ? question.accept() : question.dismiss();
  });
  const buy = page.getByRole("button", { name: "Buy Pixelforge" });
  const dialog = page.getByRole("dialog");
  const closer = dialog.getByRole("button", { name: embed.close });
  const frame = frameOf(page);
  const pay = async () => {
    await buy.click();
    await fillCheckout(frame, freshEmail());
    await expect(frame.getByTestId("payment-card")).toBeVisible({ timeout: 20_000 });
  };
  await page.goto(`${host()}/buy.html`);
  await pay();
  await closer.click();
  await expect.poll(() => asked).toEqual([embed.leave]);
  // A browser lets a page hold back the first of several presses only.
  for (const times of [2, 3]) {
    await closer.focus();
    await page.keyboard.press("Escape");
    await expect.poll(() => asked).toHaveLength(times);
  }
  await expect(dialog).toBeVisible();
  await frame.getByTestId("demo-settle").click();
  await expect(frame.locator('[data-scene="done"]')).toBeVisible({ timeout: 40_000 });
  await closer.click();
  await expect(dialog).toHaveCount(0);
  expect(asked).toHaveLength(3);

  await pay();
  agree = true;
  await closer.click();
  await expect(dialog).toHaveCount(0);
  expect(asked).toHaveLength(4);
  await expect(buy).toBeFocused();
});

test("a look is forced, and pages that are not made for frames open beside it", async ({
  page,
  context,
}) => {
  await page.goto(`${host()}/buy.html`);
  await page.getByRole("link", { name: "Buy Blockworlds" }).click();
  const frame = frameOf(page);
  await expect(frame.getByRole("heading", { level: 1, name: "Blockworlds" })).toBeVisible();
  const ground = await frame.locator("html").evaluate((root) => getComputedStyle(root).colorScheme);
  expect(ground).toBe("dark");
  const beside = context.waitForEvent("page");
  await frame.getByRole("link", { name: "Terms" }).click();
  await expect(await beside).toHaveURL(/\/en\/terms$/);
  await expect(frame.getByRole("heading", { level: 1, name: "Blockworlds" })).toBeVisible();
});

test("a look stays when a filter and a quantity change the address", async ({ page }) => {
  const isDark = () =>
    page.locator("html").evaluate((root) => getComputedStyle(root).colorScheme === "dark");
  await page.goto(`${shop()}/en/embed/us?theme=dark`);
  await page.getByLabel("Search brands").fill("pixelf");
  await expect(page).toHaveURL(/[?&]q=pixelf/);
  await page.reload();
  expect(await isDark()).toBe(true);
  await page.getByRole("link", { name: /Pixelforge/ }).click();
  await page.getByRole("button", { name: product.form.submit }).click();
  await page.getByRole("button", { name: /^One more/ }).click();
  await expect(page).toHaveURL(/\/2\/|%2F2%2F/);
  await page.reload();
  expect(await isDark()).toBe(true);
});

test("a language and a look are asked for by the address", async ({ page }) => {
  await page.goto(`${shop()}/embed?lang=ar&country=ae&theme=dark`);
  await expect(page).toHaveURL(`${shop()}/ar/embed/ae?theme=dark`);
  const root = page.locator("html");
  await expect(root).toHaveAttribute("lang", "ar");
  await expect(root).toHaveAttribute("dir", "rtl");
  expect(await root.evaluate((html) => getComputedStyle(html).colorScheme)).toBe("dark");
});

test.describe("another site", () => {
  test.use({ expectedErrors: [/frame-ancestors|Refused to (frame|display)|Framing/i] });

  test("G2, G4: gets no frame and hears nothing", async ({ page }) => {
    const heard = await hearMessages(page);
    // Another port is another origin, which no shop names.
    const stranger = await startFrameHost(0, shop());
    await page.goto(stranger.url);
    await expect(page.locator("gift-shop iframe")).toBeAttached();
    await page.waitForTimeout(2_000);
    expect(await heard()).toEqual([]);
    await expect(frameOf(page).getByRole("heading")).toHaveCount(0);
    await stranger.stop();
  });

  test("G2: cannot frame the shop's other pages, and neither can a friend", async ({ page }) => {
    for (const path of ["/en/us", "/en/checkout", "/en/orders"]) {
      const reply = await page.request.get(`${shop()}${path}`);
      expect(reply.headers()["content-security-policy"], path).toContain("frame-ancestors 'none'");
    }
    const framed = await page.request.get(`${shop()}/en/embed/us`);
    const policy = framed.headers()["content-security-policy"] ?? "";
    expect(policy).toContain(`frame-ancestors ${host()}`);
    expect(policy).toContain("'strict-dynamic'");
    expect(framed.headers()["x-robots-tag"]).toBe("noindex");
    expect(framed.headers()["cache-control"]).toContain("no-store");
    expect(framed.headers()["set-cookie"]).toBeUndefined();
  });
});

test.describe("an address that leads nowhere", () => {
  test.use({ expectedErrors: [/status of 404/] });

  test("is a page with a way on", async ({ page }) => {
    for (const path of ["/en/embed/zz", "/en/embed/us/no-such-brand", "/en/embed/us/a/b/c"]) {
      const reply = await page.goto(`${shop()}${path}`);
      expect(reply?.status(), path).toBe(404);
      await expect(page.getByRole("link", { name: "See all brands" })).toBeVisible();
    }
    for (const inside of ["/embedded/default/en/auto/us", "/en/embedded/us"]) {
      expect((await page.request.get(`${shop()}${inside}`)).status(), inside).toBe(404);
    }
  });
});
