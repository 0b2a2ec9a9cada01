import { openReview, placeOrder } from "./support/buy";
import { comeToLife } from "./support/open-state";
import { freshEmail, lastBody, orderOf } from "./support/sandbox";
import { expect, expectScene, test } from "./support/test";

type Delivery = { brand_name: string; country_code: string; beneficiary_account: string };
type Kind = {
  name: string;
  path: string;
  amount?: string;
  phone?: string;
  account?: string;
  delivery: (email: string) => Delivery & Record<string, unknown>;
};

const NUMBER = "+12015550123";
const us = (brand_name: string, beneficiary_account: string) => ({
  brand_name,
  country_code: "US",
  beneficiary_account,
});

const KINDS: Kind[] = [
  {
    name: "a gift card of a fixed amount",
    path: "/en/us/pixelforge",
    delivery: (email) => ({ ...us("Pixelforge", email), denomination: "10 USD" }),
  },
  {
    name: "a gift card of a range",
    path: "/en/us/example-stays",
    amount: "75",
    delivery: (email) => ({
      ...us("Example Stays", email),
      denomination: "range",
      product_value: 75,
    }),
  },
  {
    name: "a top-up of a phone number",
    path: "/en/us/tonewave-credits",
    phone: "(201) 555-0123",
    delivery: () => ({ ...us("Tonewave Credits", NUMBER), denomination: "10 USD" }),
  },
  {
    name: "a top-up by PIN, which comes by e-mail",
    path: "/en/us/tonewave-pin",
    delivery: (email) => ({ ...us("Tonewave PIN", email), denomination: "10 USD - PIN" }),
  },
  {
    name: "a bundle for a phone number",
    path: "/en/us/tonewave-bundle",
    phone: "+1 201-555-0123",
    delivery: () => ({ ...us("Tonewave Bundle", NUMBER), denomination: "1 GB 3 days" }),
  },
  {
    name: "an eSIM plan",
    path: "/en/us/roamly-esim",
    delivery: (email) => ({ ...us("Roamly eSIM", email), denomination: "1 GB 3 days" }),
  },
  {
    name: "a bill",
    path: "/en/us/brightgrid-power",
    amount: "40",
    account: " 7700-1234 ",
    delivery: () => ({
      ...us("Brightgrid Power", "7700-1234"),
      denomination: "range",
      product_value: 40,
    }),
  },
];

for (const { name, delivery, ...wish } of KINDS) {
  test(`${name} reaches upstream word for word`, async ({ page }) => {
    const email = freshEmail();
    await placeOrder(page, { ...wish, email });
    await expectScene(page, "pay");
    const body = await lastBody("/v5/orders", email);
    expect(body).toEqual({
      email,
      user: { email, has_accepted_newsletter: false },
      payment: {
        type: "via",
        payment_via: "USER_WALLET",
        coin: "USDC",
        network: "Solana",
      },
      deliveries: [delivery(email)],
      lang: "en",
    });
    expect((await orderOf(email)).deliveries).toHaveLength(1);
  });
}

test("plans are sorted and narrowed, and say what a gigabyte costs", async ({ page }) => {
  await page.goto("/en/us/roamly-esim");
  const plans = page.getByRole("group", { name: "Choose a plan" }).getByRole("radio");
  await expect(plans).toHaveCount(5);
  await expect(page.getByText(/USDC per GB/).first()).toBeVisible();
  await comeToLife(page);
  await expect(plans.last()).not.toHaveAttribute("value", "Unlimited 3 days");
  await page.getByLabel("Sort plans").selectOption("data");
  await expect(plans.last()).toHaveAttribute("value", "Unlimited 3 days");
  await page.getByLabel("Length").selectOption("30");
  await expect(plans).toHaveCount(1);
  await expect(plans.first()).toBeChecked();
  await expect(page.getByText("1 of 5 plans")).toBeVisible();
});

test("a number is grouped while it is typed, and one of another country is refused", async ({
  page,
}) => {
  await page.goto("/en/us/tonewave-credits");
  await page.getByRole("button", { name: "Buy now" }).click();
  const field = page.getByLabel("Phone number to top up");
  const country = page.getByLabel("Country of the number");
  await field.focus();
  await expect(country.getByRole("option", { name: "Germany (+49)" })).toBeAttached();
  await field.pressSequentially("2015550123");
  await expect(field).toHaveValue("(201) 555-0123");
  await expect(country).toHaveValue("US");
  await country.selectOption("DE");
  await expect(field).toHaveValue(/^\+49/);
  await page.getByLabel("E-mail address", { exact: true }).fill("ada@example.com");
  await page.getByRole("button", { name: "Review order" }).click();
  await expect(page.getByTestId("problems")).toContainText("United States");
  await expect(country).toHaveValue("DE");
});

test("B10: what will not work elsewhere is said before it is bought, and stands on the receipt", async ({
  page,
}) => {
  const email = freshEmail();
  await page.goto("/en/us/pixelforge");
  await page.getByRole("radio", { name: "Somebody with an account in another country" }).check();
  const verdict = "Pixelforge works only with accounts and shops in United States.";
  await expect(page.getByTestId("fit")).toContainText(verdict);
  await page.getByRole("button", { name: "Buy now" }).click();
  await expect(page.getByText("Please confirm this to go on.")).toBeVisible();
  await page.getByRole("checkbox", { name: /I know this/ }).check();
  await page.getByRole("button", { name: "Buy now" }).click();
  await page.waitForURL("**/checkout**");
  await page.getByLabel("E-mail address", { exact: true }).fill(email);
  await page.getByRole("button", { name: "Review order" }).click();
  await expect(page.getByRole("checkbox", { name: new RegExp(verdict) })).toBeVisible();
  for (const consent of await page.getByRole("checkbox").all()) await consent.check();
  await page.getByRole("button", { name: "Create order and pay" }).click();
  await page.waitForURL("**/orders/**");
  await page.getByTestId("demo-settle").click();
  await expectScene(page, "done");
  await expect(page.getByTestId("receipt")).toContainText(verdict);
});

test("who buys for this country is asked for nothing more", async ({ page }) => {
  await openReview(page, { path: "/en/us/pixelforge", email: freshEmail() });
  await expect(page.getByRole("checkbox", { name: /another country/ })).toHaveCount(0);
});
