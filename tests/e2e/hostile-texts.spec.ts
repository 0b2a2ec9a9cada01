import { HOSTILE_HTML } from "../support/hostile-html";
import { answerNext, fromUpstream } from "./support/sandbox";
import { expect, test } from "./support/test";

test("E4: no text of a third party becomes more than text on the page", async ({ page }) => {
  // A product page that no other test opens, so that nothing of it is cached yet.
  const [product] = await fromUpstream<{ rich_description: object | null }[]>(
    "/v5/products/country/US?brand_name=Wearwell&coin=USDC&lang=en",
  );
  const short = HOSTILE_HTML.filter((html) => html.length < 1000);
  const third = Math.ceil(short.length / 3);
  const part = (at: number) =>
    ["<p>The text begins.</p>", ...short.slice(at * third, (at + 1) * third)].join("\n");
  const rich_description = {
    ...product?.rich_description,
    markup: "html",
    description: part(0),
    how_to_redeem: part(1),
    term_and_conditions: part(2),
  };
  await answerNext("products", "brand_name=Wearwell", [{ ...product, rich_description }]);

  const events: string[] = [];
  page.on("dialog", (dialog) => {
    events.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (/evil|attacker/.test(new URL(request.url()).host)) events.push(request.url());
  });
  await page.goto("/en/us/wearwell");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Wearwell");
  await expect(page.getByText("The text begins.")).toHaveCount(3);
  const found = await page.locator("main").evaluate((main) => ({
    elements: main.querySelectorAll("iframe, object, embed, style, base, meta, marquee, video")
      .length,
    scripts: [...main.querySelectorAll("script")].filter((one) => /alert/.test(one.text)).length,
    handlers: [...main.querySelectorAll("*")].filter((one) =>
      [...one.attributes].some(({ name }) => name.startsWith("on")),
    ).length,
    links: [...main.querySelectorAll("a[href]")].filter(
      (link) => !/^(https?:)$/.test((link as HTMLAnchorElement).protocol),
    ).length,
  }));
  expect(found).toEqual({ elements: 0, scripts: 0, handlers: 0, links: 0 });
  expect(events).toEqual([]);
});

test("E6: there is no image service that fetches what it is told", async ({ request }) => {
  const target = encodeURIComponent("http://127.0.0.1:9/secret.png");
  const reply = await request.get(`/_next/image?url=${target}&w=640&q=75`);
  expect([400, 404]).toContain(reply.status());
});
