import { test as base, expect, type Page } from "@playwright/test";

type Fixtures = {
  /** Messages of the console that a test expects; everything else fails it. */
  expectedErrors: RegExp[];
};

/** A page on the shop whose script errors, console errors and failed hydration fail the test. */
export const test = base.extend<Fixtures>({
  expectedErrors: [[], { option: true }],
  baseURL: async ({ baseURL: _ }, use) => {
    await use(process.env.SHOP_URL ?? "");
  },
  context: async ({ context, expectedErrors }, use) => {
    const errors: string[] = [];
    const note = (text: string) => {
      if (!expectedErrors.some((expected) => expected.test(text))) errors.push(text);
    };
    context.on("weberror", (error) => note(String(error.error())));
    context.on("console", (message) => {
      if (message.type() === "error") note(message.text());
    });
    await use(context);
    expect(errors, "errors in the browser").toEqual([]);
  },
});

/** Waits until the order page tells this part of the story. */
export async function expectScene(page: Page, scene: string): Promise<void> {
  await expect(page.locator(`[data-scene="${scene}"]`)).toBeVisible({ timeout: 20_000 });
}

export { expect };
