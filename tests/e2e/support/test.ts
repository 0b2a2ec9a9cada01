import { test as base, expect, type Page } from "@playwright/test";

type Fixtures = {
  /** Messages of the console that a test expects; everything else fails it. */
  expectedErrors: RegExp[];
};

const ON_THIS_MACHINE = /^(?:localhost|[\w-]+\.localhost|127\.0\.0\.1)$/;

/**
 * A page on the shop whose script errors, console errors, failed hydration and requests to other
 * machines fail the test.
 */
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
    // A purchase needs nobody but the shop and what stands for the seller, on this machine.
    context.on("request", (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (!/^https?:$/.test(protocol) || ON_THIS_MACHINE.test(hostname)) return;
      note(`left this machine for ${hostname}`);
    });
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
