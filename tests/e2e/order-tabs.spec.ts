import type { Page } from "@playwright/test";
import { placeOrder } from "./support/buy";
import { freshEmail, move } from "./support/sandbox";
import { expect, expectScene, test } from "./support/test";

const path = "/en/us/pixelforge";
const TABS = 10;

test("D7: ten tabs of an order share one connection, and the next takes it when its tab closes", async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  const connected: Page[] = [];
  context.on("request", (request) => {
    if (request.url().includes("/subscribe")) connected.push(request.frame().page());
  });
  const email = freshEmail();
  const order = await placeOrder(page, { path, email });
  const tabs = [page];
  while (tabs.length < TABS) {
    const tab = await context.newPage();
    const began = Date.now();
    await tab.goto(order, { waitUntil: "commit" });
    // A browser has six connections for a host; with a stream in each tab the seventh hung here.
    expect(Date.now() - began).toBeLessThan(3_000);
    tabs.push(tab);
  }
  for (const tab of tabs) await expectScene(tab, "pay");
  expect(connected).toEqual([page]);

  await move(email, "start");
  await Promise.all(tabs.map((tab) => expectScene(tab, "confirming")));
  const [leader, ...others] = tabs;
  await leader?.close();
  await expect.poll(() => connected.length, { timeout: 3_000 }).toBe(2);
  await move(email, "confirm");
  await Promise.all(others.map((tab) => expectScene(tab, "paid")));
  expect(connected).toHaveLength(2);
});
