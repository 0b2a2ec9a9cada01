import type { Result } from "lighthouse";
import type { Page, Visit } from "./visit-with-lighthouse";

export type Quality = {
  accessibility: number;
  bestPractices: number;
  seo: number;
  /** The checks that did not hold, by their names in Lighthouse. */
  missed: string[];
};

const CATEGORIES = ["accessibility", "best-practices", "seo"] as const;

/** What Lighthouse thinks of pages apart from speed: the same every time, so one visit each is enough. */
export async function measureQuality(
  visit: Visit,
  pages: readonly Page[],
): Promise<Record<string, Quality>> {
  const found: Record<string, Quality> = {};
  for (const page of pages) found[page.name] = qualityOf(await visit(page, CATEGORIES));
  return found;
}

function qualityOf({ categories, audits }: Result): Quality {
  const score = (name: string) => Math.round((categories[name]?.score ?? Number.NaN) * 100);
  const asked = CATEGORIES.flatMap((name) => categories[name]?.auditRefs ?? []);
  const missed = asked.filter(({ id, weight }) => {
    const result = audits[id]?.score;
    return weight > 0 && typeof result === "number" && result < 1;
  });
  return {
    accessibility: score("accessibility"),
    bestPractices: score("best-practices"),
    seo: score("seo"),
    missed: [...new Set(missed.map(({ id }) => id))],
  };
}
