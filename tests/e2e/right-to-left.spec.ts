import type { Locator } from "@playwright/test";
import { openReview, placeOrder } from "./support/buy";
import { cutOffTexts } from "./support/layout";
import { openState } from "./support/open-state";
import { MISSING_PAGES, NOT_FOUND, PAGES } from "./support/pages";
import { readQr } from "./support/read-qr";
import { freshEmail } from "./support/sandbox";
import { expect, expectScene, test } from "./support/test";

const directionOf = (locator: Locator) =>
  locator.evaluate((element) => getComputedStyle(element).direction);
const isMirrored = (locator: Locator) =>
  locator.evaluate(
    (element) =>
      new DOMMatrix(getComputedStyle(element).transform).a < 0 ||
      getComputedStyle(element).scale.startsWith("-"),
  );

/** The letters of a text as they stand on the screen: line by line, each from left to right. */
const asSeen = (locator: Locator) =>
  locator.evaluate((element) => {
    const letters: { line: number; left: number; letter: string }[] = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const [index, letter] of [...(node.textContent ?? "")].entries()) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        const { bottom, left } = range.getBoundingClientRect();
        if (/[^\s\u2066-\u2069]/.test(letter))
          letters.push({ line: Math.round(bottom), left, letter });
      }
    }
    return letters
      .sort((one, other) => one.line - other.line || one.left - other.left)
      .map(({ letter }) => letter)
      .join("");
  });

test.describe("in Arabic", () => {
  test.use({ viewport: { width: 320, height: 640 }, expectedErrors: NOT_FOUND });

  test("every page is written from the right, and nothing of it is cut off", async ({ page }) => {
    test.setTimeout(90_000);
    for (const path of [...PAGES, ...MISSING_PAGES]) {
      await page.goto(`/ar${path}`);
      await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
      expect.soft(await cutOffTexts(page), path).toEqual([]);
    }
  });

  test("arrows point the other way; marks, flags and logos do not", async ({ page }) => {
    await page.goto("/ar/us/pixelforge");
    const buy = page.locator("main form button[type=submit]").first();
    expect(await isMirrored(buy.locator("svg"))).toBe(true);
    for (const picture of await page.locator("header :is(img, svg)").all()) {
      expect(await isMirrored(picture)).toBe(false);
    }
    expect(await isMirrored(page.locator("main img").first())).toBe(false);
  });
});

test.describe("in Arabic, on a wide screen", () => {
  test("what is read back before an order keeps its order", async ({ page }) => {
    const email = freshEmail();
    await openReview(page, { path: "/ar/us/tonewave-credits", email, phone: "(201) 555-0123" });
    const told = page.locator("main strong[translate=no]");
    await expect(told.first()).toContainText("201");
    expect(await asSeen(told.first())).toBe("+12015550123");
    expect(await asSeen(told.nth(1))).toBe(email);
    const total = page
      .locator("main bdi")
      .filter({ hasText: /^[\d.]+ USDC$/ })
      .first();
    expect(await asSeen(total)).toMatch(/^[\d.]+USDC$/);
  });

  test("address, amount, QR code and secret code are those of any language", async ({ page }) => {
    await placeOrder(page, { path: "/ar/us/pixelforge", email: freshEmail() });
    await expectScene(page, "pay");
    const address = page.getByTestId("pay-address");
    expect(await directionOf(address)).toBe("ltr");
    expect(await directionOf(page.getByTestId("pay-amount"))).toBe("ltr");
    expect(await readQr(page.getByTestId("pay-qr"))).toContain((await address.textContent()) ?? "");
    const heading = page.getByRole("heading", { level: 1 });
    const amount = (await page.getByTestId("pay-amount").textContent()) ?? "";
    expect(await asSeen(heading)).toContain(`${amount}USDC`);

    await openState(page, "/ar/demo/orders/done");
    const code = page.getByTestId("code").first();
    expect(await directionOf(code)).toBe("ltr");
    expect(await asSeen(code)).toBe(((await code.textContent()) ?? "").replace(/\s/g, ""));
    // What a brand says in its own language keeps its full stops where they belong.
    expect(await directionOf(page.getByText("Enter the code exactly"))).toBe("ltr");
  });
});
