import type { Page } from "@playwright/test";
import { MISSING_PAGES, NOT_FOUND, PAGES } from "./support/pages";
import { expect, test } from "./support/test";

/** One title, one heading of the first rank, and parts that are told from each other by their names. */
async function expectStructure(page: Page, where: string): Promise<void> {
  await expect(page.getByRole("banner"), where).toHaveCount(1);
  await expect(page.getByRole("main"), where).toHaveCount(1);
  await expect(page.getByRole("contentinfo"), where).toHaveCount(1);
  await expect(page.getByRole("heading", { level: 1 }), where).toHaveCount(1);
  expect((await page.title()).length, where).toBeGreaterThan(3);
  const snapshot = await page.locator("body").ariaSnapshot();
  const lines = snapshot.split("\n").map((line) => line.trim());
  const nameless = lines.filter((line) =>
    /^- (button|link|textbox|combobox|searchbox|checkbox|radio|img|dialog|navigation|tab|option)(:| \[|$)/.test(
      line,
    ),
  );
  expect(nameless, where).toEqual([]);
  const navigations = lines.filter((line) => line.startsWith("- navigation"));
  expect(new Set(navigations).size, where).toBe(navigations.length);
  const ranks = lines
    .flatMap((line) => /^- heading .*\[level=(\d)\]/.exec(line)?.[1] ?? [])
    .map(Number);
  for (const [index, rank] of ranks.entries()) {
    expect(rank, `${where}: ranks ${ranks.join("")}`).toBeLessThanOrEqual(
      (ranks[index - 1] ?? 0) + 1,
    );
  }
}

test.describe("every page", () => {
  test.use({ expectedErrors: NOT_FOUND });

  test("has its landmarks, one first heading, and a name for everything", async ({ page }) => {
    test.setTimeout(90_000);
    for (const path of [...PAGES, ...MISSING_PAGES]) {
      await page.goto(`/en${path}`);
      await expectStructure(page, path);
    }
  });
});
