import type { Page } from "@playwright/test";
import { expect } from "./test";

/** Browsers fill the clipboard in their own time, after the click that asked for it. */
export async function expectCopied(page: Page, text: string | null): Promise<void> {
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(text);
}
