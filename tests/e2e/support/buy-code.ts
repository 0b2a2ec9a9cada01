import type { Page } from "@playwright/test";
import { placeOrder } from "./buy";
import { freshEmail, move, orderOf } from "./sandbox";
import { expect, expectScene } from "./test";

type Delivered = { deliveries: { deliverable: { pin_code: string } }[] };

/** A gift card that is paid, delivered and open on its order's page; the code is the one that upstream gave. */
export async function buyCode(page: Page, path: string) {
  const email = freshEmail();
  const url = await placeOrder(page, { path, email });
  await move(email, "deliver");
  await expectScene(page, "done");
  await page.getByTestId("reveal").click();
  const code = (await page.getByTestId("code").textContent()) ?? "";
  const order = await orderOf(email);
  expect(code).toBe((order as unknown as Delivered).deliveries[0]?.deliverable.pin_code);
  return { email, url, code, order };
}
