import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import type { Gift } from "../../lib/gift/gift";
import { sealGift } from "../../lib/gift/seal-gift";
import ar from "../../messages/ar/gift.json" with { type: "json" };
import words from "../../messages/en/gift.json" with { type: "json" };
import { placeOrder } from "./support/buy";
import { expectCopied } from "./support/expect-copied";
import { startLoggingProxy } from "./support/logging-proxy";
import { readQr } from "./support/read-qr";
import { readyOffline } from "./support/ready-offline";
import { freshEmail, move } from "./support/sandbox";
import { expect, expectScene, test } from "./support/test";

const SAID = "Happy birthday from Åsa";
const GIFT: Gift = {
  brand: { country: "US", slug: "pixelforge" },
  label: "$25.00",
  words: `${SAID}\n🎂`,
  code: "7Q4F-91BD2C-00A7",
  serial: "88120-4471",
};
const LINK: Gift = { label: "$25.00", codeUrl: "https://redeem.example/claim/7q4f91bd2c00a7" };
const ESIM: Gift = { lpa: "LPA:1$smdp.example$7Q4F91BD2C00A7E1" };

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target)}`)).toEqual(
    [],
  );
}

async function throughProxy(browser: Browser, proxy: { url: string }): Promise<BrowserContext> {
  return browser.newContext({
    baseURL: process.env.SHOP_URL ?? "",
    locale: "en-US",
    // As fine as the screens from which such a code is scanned.
    deviceScaleFactor: 2,
    // Chromium would go past a proxy to this very machine.
    proxy: { server: proxy.url, bypass: "<-loopback>" },
  });
}

/** Everything that must not be found, in each form in which it could travel. */
function tracesOf(code: string, link: string, passphrase = "no passphrase"): string[] {
  const { hash } = new URL(link);
  const parts = hash.slice("#g=".length).match(/.{16}/g) ?? [];
  const texts = [code, SAID, passphrase];
  const encoded = texts.flatMap((text) => [
    text,
    encodeURIComponent(text),
    Buffer.from(text).toString("latin1"),
    Buffer.from(text).toString("base64").slice(0, 12),
  ]);
  return [...encoded, ...parts];
}

const foundIn = (log: string, traces: readonly string[]) =>
  traces.filter((trace) => log.toLowerCase().includes(trace.toLowerCase()));

async function openDialog(page: Page): Promise<string> {
  await page.getByTestId("reveal").click();
  const code = (await page.getByTestId("code").textContent()) ?? "";
  await page.getByTestId("give-code").click();
  await page.getByLabel(words.make.wordsLabel).fill(SAID);
  return code;
}

for (const locked of [false, true]) {
  test(`a bought code is given ${locked ? "with a passphrase" : "as a link"}, and no server sees a byte of it`, async ({
    browser,
    // Its errors in the browser are watched; the other two contexts are made here.
    page: _,
  }) => {
    const [givers, takers] = [await startLoggingProxy(), await startLoggingProxy()];
    const giver = await throughProxy(browser, givers);
    const taker = await throughProxy(browser, takers);
    try {
      const page = await giver.newPage();
      const email = freshEmail();
      await placeOrder(page, { path: "/en/us/pixelforge", email, denomination: "$20" });
      await move(email, "deliver");
      await expectScene(page, "done");
      const code = await openDialog(page);
      expect(code.length).toBeGreaterThan(5);
      if (locked) {
        await page.getByRole("checkbox", { name: words.make.lock }).check();
        await page.getByRole("button", { name: words.make.suggest }).click();
      }
      await page.getByTestId("make-gift").click();
      const link = await page.getByTestId("gift-link").inputValue();
      const passphrase = locked
        ? ((await page.getByTestId("gift-passphrase").textContent()) ?? "")
        : undefined;
      expect(await readQr(page.getByTestId("gift-qr"))).toBe(link);

      const other = await taker.newPage();
      await other.goto(link);
      if (passphrase !== undefined) {
        await other.getByLabel(words.locked.label).fill("not the passphrase");
        await other.getByTestId("unlock-gift").click();
        await expect(other.getByText(words.locked.wrong)).toBeVisible();
        await other.getByLabel(words.locked.label).fill(passphrase);
        await other.getByTestId("unlock-gift").click();
      }
      await expect(other.getByTestId("gift-words")).toHaveText(SAID);
      await expect(other.getByTestId("gift-brand")).toHaveText("Pixelforge");
      expect(await other.content()).not.toContain(code);
      await other.getByTestId("open-gift").click();
      await expect(other.getByTestId("code")).toHaveText(code);
      expect(new URL(other.url()).hash).toBe("");
      expect(await other.title()).not.toContain(code);

      const traces = tracesOf(code, link, passphrase);
      expect(traces.length).toBeGreaterThan(40);
      expect(givers.log()).toContain("/api/orders/");
      expect(foundIn(givers.log(), traces)).toEqual([]);
      expect(takers.log()).toContain("/en/gift");
      expect(takers.log()).toContain("/api/catalog/US/brands/pixelforge");
      expect(foundIn(takers.log(), traces)).toEqual([]);
      const kept = await other.evaluate(async () =>
        JSON.stringify([{ ...localStorage }, { ...sessionStorage }, await caches.keys()]),
      );
      expect(foundIn(kept, traces)).toEqual([]);
    } finally {
      await giver.close();
      await taker.close();
      await Promise.all([givers.stop(), takers.stop()]);
    }
  });
}

test("nothing of giving is loaded before it is asked for", async ({ page }) => {
  await page.goto("/en/demo/orders/done", { waitUntil: "networkidle" });
  expect(await page.content()).not.toContain(words.make.bearer);
  await readyOffline(page);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.getByTestId("reveal").click();
  await expect(page.getByTestId("code")).toBeVisible();
  expect(asked).toEqual([]);
  await page.getByTestId("give-code").click();
  await expect(page.getByRole("dialog", { name: words.make.title })).toBeVisible();
  expect(asked.filter((path) => path.endsWith(".js")).length).toBeGreaterThan(0);
});

test("the dialog keeps the focus, is worked by keyboard, and gives the focus back", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/en/demo/orders/done", { waitUntil: "networkidle" });
  await openDialog(page);
  await page.getByTestId("make-gift").focus();
  await page.keyboard.press("Enter");
  const link = page.getByTestId("gift-link");
  await expect(link).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expectCopied(page, await link.inputValue());
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByTestId("give-code")).toBeFocused();
});

test.describe("on paper", () => {
  // Printers are finer than screens.
  test.use({ deviceScaleFactor: 3 });

  test("a gift is printed as a card alone, and the card opens it", async ({ page }) => {
    await page.addInitScript(() => {
      window.print = () => {};
    });
    await page.goto("/en/demo/orders/done", { waitUntil: "networkidle" });
    const code = await openDialog(page);
    await page.getByTestId("make-gift").click();
    const link = await page.getByTestId("gift-link").inputValue();
    await page.getByRole("button", { name: words.made.print }).click();
    const card = page.getByTestId("gift-card");
    await expect(card).toBeHidden();
    await page.emulateMedia({ media: "print" });
    await expect(card).toBeVisible();
    await expect(card).toContainText(SAID);
    await expect(page.getByTestId("receipt")).toBeHidden();
    await expect(page.locator("main")).toBeHidden();
    expect(await card.innerText()).not.toContain(code);
    expect(await readQr(card.getByRole("img"))).toBe(link);
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, reducedMotion: "reduce" });

    for (const [name, gift] of [
      ["a code", GIFT],
      ["a link", LINK],
      ["an eSIM", ESIM],
    ] as const) {
      test(`C4.1: a gift of ${name} has no fault that axe can find`, async ({ page }) => {
        await page.goto(`/en/gift${await sealGift(gift)}`);
        await expect(page.getByTestId("open-gift")).toBeVisible();
        await expectAccessible(page);
        await page.getByTestId("open-gift").click();
        await expect(page.getByRole("heading", { name: words.page.contents })).toBeFocused();
        await expectAccessible(page);
      });
    }

    test("C4.1: a locked gift and a damaged one have no fault that axe can find", async ({
      page,
    }) => {
      const hash = await sealGift(GIFT, "correct horse");
      await page.goto(`/ar/gift${hash}`);
      await page.getByLabel(ar.locked.label).fill("wrong");
      await page.getByTestId("unlock-gift").click();
      await expect(page.getByText(ar.locked.wrong)).toBeVisible();
      await expectAccessible(page);
      await page.goto("about:blank");
      await page.goto(`/ar/gift${hash.slice(0, 200)}`);
      await expect(page.getByTestId("gift-problem")).toContainText(ar.problem.broken.title);
      await expectAccessible(page);
    });

    test("C4.1: giving has no fault that axe can find", async ({ page }) => {
      await page.goto("/en/demo/orders/done", { waitUntil: "networkidle" });
      await openDialog(page);
      await page.getByRole("checkbox", { name: words.make.lock }).check();
      await page.getByTestId("make-gift").click();
      await expect(page.getByText(words.make.passphraseShort)).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("button", { name: words.make.suggest }).click();
      await page.getByTestId("make-gift").click();
      await expect(page.getByTestId("gift-qr")).toBeVisible();
      await expectAccessible(page);
    });
  });
}

test("no state of a gift is wider than the smallest phone, in any direction of writing", async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const surplus = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  const wide: Gift = {
    ...GIFT,
    words: "W".repeat(500),
    code: "W".repeat(200),
    label: "W".repeat(200),
    codeUrl: `https://${"long-host-".repeat(5)}x.redeem.example/claim`,
  };
  for (const locale of ["en", "ar", "de"]) {
    for (const gift of [wide, ESIM]) {
      await page.goto("about:blank");
      await page.goto(`/${locale}/gift${await sealGift(gift)}`);
      await page.getByTestId("open-gift").click();
      await expect(page.getByTestId("gift-taken")).toBeVisible();
      expect(await surplus(), locale).toBeLessThanOrEqual(0);
    }
    await page.goto(`/${locale}/demo/orders/done`, { waitUntil: "networkidle" });
    await page.getByTestId("reveal").click();
    await page.getByTestId("give-code").click();
    await page.getByTestId("make-gift").click();
    await expect(page.getByTestId("gift-link")).toBeVisible();
    const dialog = page.getByRole("dialog");
    expect(await dialog.evaluate((node) => node.scrollWidth - node.clientWidth)).toBe(0);
  }
});

test("a reload and another language still find the gift until its code was shown", async ({
  page,
}) => {
  await page.goto(`/en/gift${await sealGift(GIFT)}`);
  await expect(page.getByTestId("gift-words")).toContainText(SAID);
  const { hash } = new URL(page.url());
  await page.reload();
  await expect(page.getByTestId("gift-words")).toContainText(SAID);
  await page.getByRole("link", { name: "Skip to the content" }).press("Enter");
  await expect(page.locator("#content")).toBeFocused();
  await expect(page).toHaveURL((url) => url.hash === hash);
  await page.getByRole("link", { name: "العربية" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(ar.page.title);
  await page.getByTestId("open-gift").click();
  await expect(page.getByTestId("code")).toHaveText(GIFT.code ?? "");
  await page.reload();
  await expect(page.getByTestId("gift-problem")).toContainText(ar.problem.none.title);
});

test("A4: the page of a gift has the strict policy, is kept by nobody and not indexed", async ({
  page,
}) => {
  const response = await page.goto("/en/gift");
  const headers = response?.headers() ?? {};
  expect(response?.status()).toBe(200);
  expect(headers["content-security-policy"]).toContain("'strict-dynamic'");
  expect(headers["cache-control"]).toContain("no-store");
  expect(headers["referrer-policy"]).toBe("no-referrer");
  expect(headers["x-robots-tag"]).toBe("noindex");
  await expect(page.getByTestId("gift-problem")).toContainText(words.problem.none.title);
});

test("A6: a shown gift asks nobody but the shop and the host of logos", async ({ page }) => {
  const hosts = new Set<string>();
  page.on("request", (request) => hosts.add(new URL(request.url()).origin));
  await page.goto(`/en/gift${await sealGift({ ...GIFT, ...LINK })}`);
  await page.getByTestId("open-gift").click();
  await page.getByTestId("show-picture").click();
  await expect(page.getByTestId("code-bars")).toBeVisible();
  await expect(page.getByTestId("gift-steps")).toBeVisible();
  const known = [process.env.SHOP_URL, process.env.SANDBOX_URL];
  expect([...hosts].filter((host) => !known.includes(host))).toEqual([]);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the page of a gift says what it needs", async ({ page }) => {
    const reply = await page.goto(`/en/gift${await sealGift(GIFT)}`);
    // Chromium hides what stands in it from tests that turn scripts off from outside.
    expect(await reply?.text()).toMatch(
      new RegExp(`<noscript>[^]*${words.page.noscript}[^]*</noscript>`),
    );
    await expect(page.getByText("It does not come from")).toBeVisible();
  });
});
