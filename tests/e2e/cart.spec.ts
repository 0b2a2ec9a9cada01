import { addToCart } from "./support/buy";
import { freshEmail, lastBody, orderOf } from "./support/sandbox";
import { expect, expectScene, test } from "./support/test";

test("five lines of three countries become one order, each with its own recipient", async ({
  page,
}) => {
  const email = freshEmail();
  await addToCart(page, { path: "/en/us/pixelforge", denomination: "$20" });
  await addToCart(page, { path: "/en/us/example-stays", amount: "75" });
  await addToCart(page, { path: "/en/us/tonewave-credits" });
  await addToCart(page, { path: "/en/tr/oyunkale" });
  await addToCart(page, { path: "/en/de/marktplatz", amount: "25" });
  await page.getByRole("link", { name: "Cart, 5 products" }).click();
  await page.waitForURL("**/checkout**");

  await page.getByLabel("Phone number to top up").fill("(201) 555-0123");
  await page.getByLabel("E-mail address", { exact: true }).fill(email);
  await page.getByRole("button", { name: "Review order" }).click();
  await expect(page.getByText("+1 201 555 0123", { exact: true })).toBeVisible();
  const review = await page.getByRole("region", { name: "Check your order" }).textContent();
  for (const consent of await page.getByRole("checkbox").all()) await consent.check();
  await page.getByRole("button", { name: "Create order and pay" }).click();
  await page.waitForURL("**/orders/**");
  await expectScene(page, "pay");

  const card = { beneficiary_account: email };
  const body = (await lastBody("/v5/orders", email)) as { deliveries: Record<string, unknown>[] };
  expect(body.deliveries).toHaveLength(5);
  expect(body.deliveries.map(({ brand_name, country_code }) => [brand_name, country_code])).toEqual(
    [
      ["Pixelforge", "US"],
      ["Example Stays", "US"],
      ["Tonewave Credits", "US"],
      ["Oyunkale", "TR"],
      ["Marktplatz", "DE"],
    ],
  );
  expect(body.deliveries[0]).toMatchObject({ ...card, denomination: "20 USD" });
  expect(body.deliveries[1]).toMatchObject({ ...card, denomination: "range", product_value: 75 });
  expect(body.deliveries[2]).toMatchObject({ beneficiary_account: "+12015550123" });
  const order = await orderOf(email);
  expect(review).toContain(`${order.coin_amount} USDC`);

  await page.goto("/en/us");
  await expect(page.getByRole("link", { name: "Cart", exact: true })).toBeVisible();
});

test("a cart survives a reload and is the same in another tab", async ({ page, context }) => {
  await addToCart(page, { path: "/en/us/pixelforge", denomination: "$20" });
  const second = await context.newPage();
  await second.goto("/en/tr");
  await expect(second.getByRole("link", { name: "Cart, 1 product" })).toBeVisible();
  await addToCart(page, { path: "/en/us/pixelforge", denomination: "$20" });
  await expect(second.getByRole("link", { name: "Cart, 2 products" })).toBeVisible();

  await second.getByRole("link", { name: "Cart, 2 products" }).click();
  const quantity = second.getByRole("group", { name: /Quantity of Pixelforge/ });
  await expect(quantity.getByRole("status")).toHaveText("2");
  await quantity.getByRole("button", { name: /One more/ }).click();
  await expect(quantity.getByRole("status")).toHaveText("3");
  await second.getByLabel("E-mail address", { exact: true }).fill("kept@example.com");
  await second.reload();
  await expect(quantity.getByRole("status")).toHaveText("3");
  await expect(second.getByLabel("E-mail address", { exact: true })).toHaveValue(
    "kept@example.com",
  );
  await addToCart(page, { path: "/en/us/example-stays", amount: "75" });
  await expect(second.getByText("Your cart was changed in another tab")).toBeVisible();
});

test("what is sold out in a cart is named, and the rest can be ordered without it", async ({
  page,
}) => {
  const lines = ["US/pixelforge/1/d:20 USD", "US/soldout-sneakers/1/d:50 USD"];
  const query = new URLSearchParams(lines.map((line) => ["l", line]));
  await page.goto(`/en/checkout?${query}`);
  await expect(page.getByText("Not everything from your cart can be ordered")).toBeVisible();
  await expect(page.getByText("Soldout Sneakers cannot be ordered right now.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Your order" })).toContainText("Pixelforge");
});

test("what cannot be ordered is taken out of the cart at one click, with the rest or alone", async ({
  page,
}) => {
  const [card, soldOut] = ["US/pixelforge/1/d:20 USD", "US/soldout-sneakers/1/d:50 USD"];
  const fillCart = (...lines: string[]) =>
    page.evaluate((text) => localStorage.setItem("cart", text), JSON.stringify(lines));
  const remove = page.getByRole("button", { name: "Remove from the cart" });
  await page.goto("/en/us");
  await fillCart(card, soldOut);
  await page.goto("/en/checkout");
  await expect(page.getByText("Not everything from your cart can be ordered")).toBeVisible();
  await expect(page.getByText("Your cart was changed in another tab")).toHaveCount(0);
  await remove.click();
  await expect(page.getByRole("link", { name: "Cart, 1 product" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Your order" })).toContainText("Pixelforge");
  await expect(remove).toHaveCount(0);

  await fillCart(soldOut);
  await page.goto("/en/checkout");
  await remove.click();
  await expect(page.getByRole("link", { name: "Cart", exact: true })).toBeVisible();
});

test("a line that upstream refuses is left out at one click, and nothing typed is lost", async ({
  page,
}) => {
  const email = freshEmail();
  const lines = ["US/pixelforge/1/d:20 USD", "US/chainpicky/1/d:10 USD"];
  const query = new URLSearchParams(lines.map((line) => ["l", line]));
  await page.goto(`/en/checkout?${query}`);
  await page.getByLabel("E-mail address", { exact: true }).fill(email);
  await page.getByRole("radio", { name: "Base" }).check();
  await page.getByRole("button", { name: "Review order" }).click();
  await expect(page.getByTestId("problems")).toContainText("cannot be paid");
  await page.getByRole("button", { name: /Remove.*Chainpicky/ }).click();
  await page.getByRole("button", { name: "Review order" }).click();
  await expect(page.getByRole("button", { name: "Create order and pay" })).toBeVisible();
  await expect(page.getByText(email)).toBeVisible();
});

test("buy now leaves the cart alone", async ({ page }) => {
  await addToCart(page, { path: "/en/us/pixelforge", denomination: "$20" });
  await page.goto("/en/us/example-stays");
  await page.locator("#amount-value").fill("75");
  await page.getByRole("button", { name: "Buy now" }).click();
  await page.waitForURL("**/checkout**");
  const order = page.getByRole("region", { name: "Your order" });
  await expect(order).toContainText("Example Stays");
  await expect(order).not.toContainText("Pixelforge");
  await expect(page.getByRole("link", { name: "Cart, 1 product" })).toBeVisible();
});
