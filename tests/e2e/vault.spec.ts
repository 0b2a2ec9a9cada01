import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { placeOrder } from "./support/buy";
import { buyCode } from "./support/buy-code";
import { dumpDevice } from "./support/device-dump";
import { comeToLife } from "./support/open-state";
import { readyOffline } from "./support/ready-offline";
import { freshEmail, move } from "./support/sandbox";
import { expect, expectScene, test } from "./support/test";

const path = "/en/us/pixelforge";
const PASSPHRASE = "ochre lantern quietly";

/** Gives the list a passphrase, with which it stays open until the next page. */
async function lockList(page: Page) {
  await page.goto("/en/orders");
  const tool = await openTool(page, "passphrase");
  await tool.getByLabel("New passphrase").fill(PASSPHRASE);
  await tool.getByLabel("The passphrase once more").fill(PASSPHRASE);
  await tool.getByRole("button", { name: "Set passphrase" }).click();
  await expect(tool).toContainText("The list has this passphrase now.");
}

async function keepCode(page: Page) {
  await page.getByTestId("keep-code").check();
  await expect(page.getByText("The code is kept on this device")).toBeAttached();
}

/** Opens the list on a device that has an order from before there was a vault. */
async function openWithOldList(page: Page, order: { createdAt: string; title: string }) {
  await page.goto("/en/orders");
  const orders = [{ reference: "r".repeat(60), country: "US", ...order }];
  await page.evaluate((list) => localStorage.setItem("orders.v1", list), JSON.stringify(orders));
}

async function openTool(page: Page, name: string) {
  const tool = page.getByTestId(name);
  await tool.locator("summary").click();
  return tool;
}

async function exportBackup(page: Page): Promise<string> {
  const backup = await openTool(page, "backup");
  await backup.getByLabel("New passphrase").fill(PASSPHRASE);
  await backup.getByLabel("The passphrase once more").fill(PASSPHRASE);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    backup.getByRole("button", { name: "Export backup file" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^orders-backup-[\d-]{10}\.json$/);
  return download.path();
}

async function restoreBackup(page: Page, file: string, passphrase = PASSPHRASE) {
  const restore = await openTool(page, "restore");
  await restore.getByLabel("Backup file").setInputFiles(file);
  await restore.getByLabel("Passphrase of the file").fill(passphrase);
  await restore.getByRole("button", { name: "Restore" }).click();
  return restore;
}

async function wipe(page: Page) {
  await page.getByRole("button", { name: "Wipe this device" }).click();
  await page.getByRole("button", { name: "Delete everything" }).click();
  await expect(page.getByText("Everything is deleted.")).toBeVisible();
}

test.describe("the orders of a device", () => {
  test.use({
    // One expression: of several, Playwright would take the second for settings of the first.
    expectedErrors: [/status of 404|ERR_INTERNET_DISCONNECTED|ERR_FAILED/],
  });

  test("A8: a whole purchase leaves neither code nor e-mail nor order in clear on the device", async ({
    page,
  }) => {
    const { email, code, url } = await buyCode(page, path);
    await page.getByRole("button", { name: "Hide" }).click();
    const reference = new URL(url).pathname.split("/").at(-1) ?? "";
    await page.goto("/en/orders");
    await expect(page.getByTestId("device-orders")).toContainText("Pixelforge");
    const dump = await dumpDevice(page);
    expect(dump).toContain("orders-vault");
    expect(dump).toContain("key, extractable: false");
    for (const secret of [code, email, email.split("@")[0] ?? email, reference, "Pixelforge"]) {
      expect(dump, secret).not.toContain(secret);
    }
    // The list knows of no code that nobody asked to keep.
    await expect(page.getByTestId("show-kept")).toHaveCount(0);
    const { databases } = JSON.parse(dump) as Record<string, unknown>;
    expect(JSON.stringify(databases)).not.toContain("code.");
  });

  test("a kept code shows from the vault, is in the backup, and is gone after a wipe", async ({
    page,
    context,
  }) => {
    const { code, email, url } = await buyCode(page, path);
    await keepCode(page);
    await page.goto("/en/orders");
    const list = page.getByTestId("device-orders");
    await expect(list).toContainText("Ready");
    expect(await dumpDevice(page)).not.toContain(code);
    expect(await page.content()).not.toContain(code);

    await context.setOffline(true);
    await page.getByTestId("show-kept").click();
    await expect(page.getByTestId("code")).toHaveText(code);
    await context.setOffline(false);
    await page.reload();
    expect(await page.content()).not.toContain(code);
    await page.getByTestId("show-kept").click();
    await expect(page.getByTestId("code")).toHaveText(code);

    const file = await exportBackup(page);
    const text = readFileSync(file, "utf8");
    for (const secret of [code, email, "Pixelforge"]) expect(text).not.toContain(secret);

    await wipe(page);
    await expect(page.getByText("No orders on this device yet")).toBeVisible();
    const left = JSON.parse(await dumpDevice(page)) as Record<string, unknown>;
    expect(left).toMatchObject({
      local: {},
      session: {},
      databases: [],
      cached: [],
      workers: [],
    });
    const cookies = (await context.cookies()).map(({ name }) => name);
    expect(cookies.filter((name) => /op_|buyer/.test(name))).toEqual([]);
    const reply = await page.goto(url);
    expect(reply?.status()).toBe(404);

    await page.goto("/en/orders");
    const wrong = await restoreBackup(page, file, "ochre lantern quickly");
    await expect(wrong).toContainText("The passphrase is wrong");
    await wrong.getByLabel("Passphrase of the file").fill(PASSPHRASE);
    await wrong.getByRole("button", { name: "Restore" }).click();
    await expect(wrong).toContainText("1 order is back in the list.");
    await expect(list).toContainText("Pixelforge");
    await expect(list).toContainText("Opens with your e-mail");
    await page.getByTestId("show-kept").click();
    await expect(page.getByTestId("code")).toHaveText(code);

    // The right does not come back with the list: the order asks for its e-mail.
    await list.getByRole("link").first().click();
    await page.getByLabel("E-mail of the order").fill(email);
    await page.getByRole("button", { name: "Open order" }).click();
    await expectScene(page, "done");
  });

  test("with a passphrase the list asks for it after a reload, and takes orders in meanwhile", async ({
    page,
  }) => {
    const { code } = await buyCode(page, path);
    await keepCode(page);
    await lockList(page);
    await expect(page.getByTestId("device-orders")).toContainText("Pixelforge");

    await page.reload();
    await expect(page.getByTestId("locked-list")).toBeVisible();
    expect(await page.content()).not.toContain("Pixelforge");
    await placeOrder(page, { path, email: freshEmail() });
    await page.goto("/en/orders");
    await expect(page.getByTestId("locked-list")).toBeVisible();
    expect(await dumpDevice(page)).not.toContain("Pixelforge");
    await page.getByLabel("Passphrase", { exact: true }).fill("ochre lantern quickly");
    await page.getByRole("button", { name: "Unlock" }).click();
    await expect(page.getByText("This is not the passphrase of this list.")).toBeVisible();
    await page.getByLabel("Passphrase", { exact: true }).fill(PASSPHRASE);
    await page.getByRole("button", { name: "Unlock" }).click();
    await expect(page.getByTestId("device-orders").getByRole("listitem")).toHaveCount(2);
    await page.getByTestId("show-kept").click();
    await expect(page.getByTestId("code")).toHaveText(code);
  });

  test("without a connection, a reload of the order or the list opens kept codes", async ({
    page,
    context,
  }) => {
    const { code, url } = await buyCode(page, path);
    await keepCode(page);
    await readyOffline(page);
    await context.setOffline(true);
    for (const address of [url, "/en/orders"]) {
      await page.goto(address);
      await expect(page.getByText("Codes kept on this device")).toBeVisible();
      expect(await page.content()).not.toContain(code);
      await page.getByRole("button", { name: "Show code" }).click();
      await expect(page.locator("#kept-codes code").first()).toHaveText(code);
      await page.getByRole("button", { name: "Hide" }).click();
      expect(await page.content()).not.toContain(code);
    }
    await context.setOffline(false);
  });

  test("without a connection, a locked list asks for its passphrase before it shows a code", async ({
    page,
    context,
  }) => {
    const { code } = await buyCode(page, path);
    await keepCode(page);
    await readyOffline(page);
    await lockList(page);

    await context.setOffline(true);
    await page.goto("/en/orders");
    const field = page.getByLabel("Passphrase", { exact: true });
    await field.fill("ochre lantern quickly");
    await page.getByRole("button", { name: "Unlock" }).click();
    await expect(page.getByText("This is not the passphrase of this list.")).toBeVisible();
    expect(await page.content()).not.toContain("Pixelforge");
    await field.fill(PASSPHRASE);
    await page.getByRole("button", { name: "Unlock" }).click();
    await page.getByRole("button", { name: "Show code" }).click();
    await expect(page.locator("#kept-codes code").first()).toHaveText(code);
    await context.setOffline(false);
  });

  test("the list that a device had before is taken over once", async ({ page }) => {
    await openWithOldList(page, { createdAt: "2026-03-01T10:00:00.000Z", title: "Card of before" });
    for (let visit = 0; visit < 2; visit += 1) {
      await page.reload();
      await expect(page.getByTestId("device-orders")).toContainText("Card of before");
      expect(await page.evaluate(() => localStorage.getItem("orders.v1"))).toBe("[]");
    }
  });

  test("A8: orders go by themselves when the page is opened next, and not with the choice", async ({
    page,
  }) => {
    await openWithOldList(page, {
      createdAt: "2024-03-01T10:00:00.000Z",
      title: "Card of long ago",
    });
    await page.reload();
    const list = page.getByTestId("device-orders");
    await expect(list).toContainText("Card of long ago");
    const choice = page.getByLabel("Forget orders by themselves");
    for (const days of ["30", "90", "365"]) await choice.selectOption(days);
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
    await expect(list).toContainText("Card of long ago");
    await page.reload();
    await expect(page.getByText("No orders on this device yet")).toBeVisible();
    await page.reload();
    await expect(page.getByText("No orders on this device yet")).toBeVisible();
  });

  test("a browser without a database keeps the simple list and says so", async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, "indexedDB", {
        value: {
          open: () => {
            throw new DOMException("blocked", "SecurityError");
          },
        },
      });
    });
    await buyCode(page, path);
    await page.getByTestId("keep-code").click();
    await expect(page.getByText("This browser cannot keep codes.")).toBeVisible();
    await expect(page.getByTestId("keep-code")).not.toBeChecked();
    await page.goto("/en/orders");
    await expect(page.getByText("This browser keeps only a simple list")).toBeVisible();
    await expect(page.getByTestId("device-orders")).toContainText("Pixelforge");
  });
});

async function linkFor(page: Page, scope: string): Promise<string> {
  const tool = page.getByTestId("save-link");
  await tool.getByRole("radio", { name: scope }).check();
  await tool.getByRole("button", { name: "Save this link" }).click();
  return tool.getByLabel("Link to this order").inputValue();
}

test.describe("a link for another device", () => {
  test("for paying alone follows the order and is told what it may", async ({
    page,
    browser,
    baseURL,
  }) => {
    const email = freshEmail();
    await placeOrder(page, { path, email });
    const link = await linkFor(page, "Pay and follow");
    await expect(page.getByTestId("save-link")).toContainText("Works until");
    const other = await browser.newContext({ baseURL: baseURL ?? "" });
    const second = await other.newPage();
    await second.goto(link);
    await expectScene(second, "pay");
    await move(email, "deliver");
    await expectScene(second, "done");
    await expect(second.getByTestId("follow-only")).toBeVisible();
    await expect(second.getByTestId("reveal")).toHaveCount(0);
    await expect(second.getByTestId("save-link")).toContainText("may only pay and follow");
    await other.close();
    await expectScene(page, "done");
    await expect(page.getByTestId("reveal")).toBeVisible();
  });

  test("A3: opens where it is pasted over the order's own address, which loads nothing anew", async ({
    page,
    browser,
    baseURL,
  }) => {
    const email = freshEmail();
    const url = await placeOrder(page, { path, email });
    await move(email, "deliver");
    await expectScene(page, "done");
    const payLink = await linkFor(page, "Pay and follow");
    await page.getByRole("button", { name: "Another link" }).click();
    const fullLink = await linkFor(page, "Everything");
    const other = await browser.newContext({ baseURL: baseURL ?? "" });
    const second = await other.newPage();
    await second.goto(url);
    await expect(second.getByLabel("E-mail of the order")).toBeVisible();
    await second.goto(payLink);
    await expectScene(second, "done");
    await expect(second.getByTestId("follow-only")).toBeVisible();
    await comeToLife(second);
    await second.goto(fullLink);
    await expect(second.getByTestId("reveal")).toBeVisible();
    expect(new URL(second.url()).hash).toBe("");
    await other.close();
  });
});
