import type { Result } from "lighthouse";
import { median } from "./median";
import type { Page, Visit } from "./visit-with-lighthouse";

export type Speed = {
  performance: number;
  lcpMs: number;
  fcpMs: number;
  tbtMs: number;
  cls: number;
};

const ROUNDS = 5;

/** Medians of several visits to each page; every round goes the other way round. */
export async function measureSpeed(
  visit: Visit,
  pages: readonly Page[],
): Promise<Record<string, Speed>> {
  const seen = new Map<string, Speed[]>(pages.map(({ name }) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const page of round % 2 === 0 ? pages : [...pages].reverse()) {
      seen.get(page.name)?.push(speedOf(await visit(page, ["performance"])));
    }
  }
  return Object.fromEntries([...seen].map(([name, speeds]) => [name, middle(speeds)]));
}

function speedOf({ audits, categories }: Result): Speed {
  const value = (audit: string) => audits[audit]?.numericValue ?? Number.NaN;
  return {
    performance: Math.round((categories.performance?.score ?? Number.NaN) * 100),
    lcpMs: Math.round(value("largest-contentful-paint")),
    fcpMs: Math.round(value("first-contentful-paint")),
    tbtMs: Math.round(value("total-blocking-time")),
    cls: Math.round(value("cumulative-layout-shift") * 1000) / 1000,
  };
}

function middle(speeds: readonly Speed[]): Speed {
  const of = (key: keyof Speed) => median(speeds.map((speed) => speed[key]));
  return {
    performance: of("performance"),
    lcpMs: of("lcpMs"),
    fcpMs: of("fcpMs"),
    tbtMs: of("tbtMs"),
    // One page that jumps once is a page that jumps.
    cls: Math.max(...speeds.map(({ cls }) => cls)),
  };
}
