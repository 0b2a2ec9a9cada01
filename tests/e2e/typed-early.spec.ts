import type { Page } from "@playwright/test";
import words from "../../messages/en/checkout.json" with { type: "json" };
import { placeOrder } from "./support/buy";
import { comeToLife } from "./support/open-state";
import { freshEmail } from "./support/sandbox";
import { expect, expectScene, test } from "./support/test";

const CHECKOUT = "/en/checkout?l=US%2Fpixelforge%2F1%2Fd%3A20+USD";

/** Opens a page whose scripts come only once `meanwhile` is done. */
async function openLate(
  page: Page,
  path: string,
  meanwhile: () => Promise<unknown>,
): Promise<void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(path, { waitUntil: "domcontentloaded" });
  await meanwhile();
  release();
  await comeToLife(page);
}

test("a country typed before the page comes alive is looked for", async ({ page }) => {
  const search = page.getByRole("searchbox");
  await openLate(page, "/en", () => search.fill("jp"));
  await expect(page.getByRole("listitem").first()).toContainText("Japan");
  await expect(search).toHaveValue("jp");
});

test("a brand and a kind chosen before the page comes alive narrow the list", async ({ page }) => {
  await openLate(page, "/en/us/browse", async () => {
    await page.getByLabel("Search brands").fill("tonew");
    await page.getByText("Mobile top-ups", { exact: true }).click();
  });
  await expect(page).toHaveURL(/kind=/);
  await expect(page).toHaveURL(/q=tonew/);
  await expect(page.getByRole("link", { name: /Pixelforge/ })).toHaveCount(0);
});

test("a field that was emptied before the page comes alive is empty for the page as well", async ({
  page,
}) => {
  await openLate(page, "/en/us/browse", async () => {
    await page.getByLabel("Search brands").fill("tonew");
    await page.getByLabel("Search brands").fill("");
  });
  await expect(page.getByRole("link", { name: /Pixelforge/ })).toBeVisible();
  await expect(page.getByLabel("Search brands")).toHaveValue("");
});

test("an amount chosen before the page comes alive has its price shown and is bought", async ({
  page,
}) => {
  await openLate(page, "/en/us/pixelforge", () =>
    page.getByText("$50", { exact: true }).first().click(),
  );
  await expect(page.getByRole("radio", { name: /\$50/ })).toBeChecked();
  await expect(page.getByTestId("price")).toContainText(/5\d\.\d+ USDC/);
  await page.getByRole("button", { name: "Buy now" }).click();
  await expect(page).toHaveURL(/checkout.*50/);
});

test("a button pressed before the page comes alive does once what it says", async ({ page }) => {
  await openLate(page, "/en/us/pixelforge", async () => {
    await page.getByText("$50", { exact: true }).first().click();
    await page.getByRole("button", { name: "Add to cart" }).click();
    await page.getByRole("button", { name: "Add to cart" }).click();
  });
  await expect
    .poll(() => page.evaluate(() => JSON.stringify(Object.values({ ...localStorage }))))
    .toContain("US/pixelforge/1/d:50 USD");
  await page.goto("/en/checkout");
  await expect(page.getByText("$50").first()).toBeVisible();
  expect(new URL(page.url()).searchParams.getAll("l")).toEqual(["US/pixelforge/1/d:50 USD"]);
});

test("an address, a coin and the step on from before checkout comes alive lead to the review", async ({
  page,
}) => {
  await openLate(page, CHECKOUT, async () => {
    await page
      .getByLabel(/e-mail/i)
      .first()
      .fill("buyer@example.com");
    await page.getByLabel(words.coinLabel, { exact: true }).selectOption("USDT");
    await page.getByRole("button", { name: words.review }).click();
  });
  await expect(page.getByRole("button", { name: words.create })).toBeVisible();
  await expect(page.locator("main")).toContainText("buyer@example.com");
  await expect(
    page
      .getByText(/\d USDT/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible();
  await expect(page).not.toHaveURL(/example\.com/);
});

test("who has entered a field by the time it gets its last text back types over that", async ({
  page,
}) => {
  const email = page.getByLabel(words.emailLabel, { exact: true });
  await page.goto(CHECKOUT);
  await email.fill("old@example.com");
  const kept = () => page.evaluate(() => JSON.stringify({ ...sessionStorage }));
  await expect.poll(kept).toContain("old@example.com");
  await openLate(page, CHECKOUT, () => email.focus());
  await expect(email).toHaveValue("old@example.com");
  await page.keyboard.type("new@example.com");
  await expect(email).toHaveValue("new@example.com");
});

test("who has entered the search by the time it gets the address's text types over that", async ({
  page,
}) => {
  const search = page.getByLabel("Search brands");
  await openLate(page, "/en/us/browse?q=pixel", () => search.focus());
  await expect(search).toHaveValue("pixel");
  await page.keyboard.type("tonew");
  await expect(search).toHaveValue("tonew");
  await expect(page).toHaveURL(/q=tonew/);
});

test("what begins when a field is entered begins for one that was entered early", async ({
  page,
}) => {
  await openLate(page, "/en/us", () => page.getByRole("combobox").focus());
  await page.keyboard.type("tonew");
  await expect(page.getByRole("option", { name: /Tonewave Credits/ })).toBeVisible();
});

/** Opens a page anew whose last scripts, those that the document does not name, come long after the others. */
async function openWithLateParts(page: Page, url: string): Promise<void> {
  const chunks = new Set<string>();
  page.on("request", (request) => {
    if (/_next\/static\/.*\.js$/.test(request.url())) chunks.add(request.url());
  });
  await page.goto(url, { waitUntil: "networkidle" });
  const document = await (await page.request.get(url)).text();
  const late = [...chunks].filter((chunk) => !document.includes(new URL(chunk).pathname));
  expect(late.length).toBeGreaterThan(0);
  await page.route(
    (address) => late.includes(address.href),
    async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      await route.continue();
    },
  );
  await page.goto(url, { waitUntil: "domcontentloaded" });
}

test("a press on a part that comes later than the page is done, once", async ({ page }) => {
  const url = await placeOrder(page, { path: "/en/us/pixelforge", email: freshEmail() });
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") sent.push(new URL(request.url()).pathname);
  });
  await openWithLateParts(page, url);
  await page.getByTestId("demo-settle").click();
  await expectScene(page, "done");
  expect(sent.filter((path) => path.includes("/demo"))).toHaveLength(1);
});

for (const when of ["before the page comes alive", "while only the plans are not"]) {
  test(`a plan chosen ${when} is the one that is bought`, async ({ page }) => {
    await openWithLateParts(page, "/en/us/roamly-esim");
    const add = page.getByRole("button", { name: "Add to cart" });
    if (when !== "before the page comes alive") {
      await expect
        .poll(() => add.evaluate((button) => Object.keys(button).join()))
        .toMatch(/__react/);
    }
    const plan = page.locator("input[name=d]:not(:checked)").first();
    const chosen = await plan.getAttribute("value");
    await plan.check({ force: true });
    await add.click();
    await expect(page.getByTestId("cart-news")).toContainText("Added.");
    await expect(page.locator("input[name=d]:checked")).toHaveAttribute("value", chosen ?? "");
    const cart = await page.evaluate(() => JSON.stringify({ ...localStorage }));
    expect(cart).toContain(`/1/d:${chosen}`);
  });
}

test("a plan chosen while only the plans are not alive is what the checkout opens with", async ({
  page,
}) => {
  await openWithLateParts(page, "/en/us/roamly-esim");
  const buy = page.getByRole("button", { name: "Buy now" });
  await expect.poll(() => buy.evaluate((button) => Object.keys(button).join())).toMatch(/__react/);
  const plan = page.locator("input[name=d]:not(:checked)").first();
  const chosen = (await plan.getAttribute("value")) ?? "";
  await plan.check({ force: true });
  await buy.click();
  await page.waitForURL("**/checkout**");
  expect([...new URL(page.url()).searchParams.values()]).toContain(chosen);
});
