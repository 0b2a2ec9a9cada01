import budget from "../../tests/bench/budget.json" with { type: "json" };
import type { Counted, PageName } from "./count-figures";

type Line = { what: string; seen: number; limit: number };

const ratio = (value: number, to: number) => Math.round((value / to) * 1000) / 1000;

/** Every counted figure beside its limit. */
export function budgetLines(counted: Counted): Line[] {
  const pages = Object.entries(budget.scriptOverMinimal) as [PageName, number][];
  const sizes = Object.values(counted.browseHtmlKb);
  const calls = Object.entries(budget.upstreamCalls) as [keyof Counted["upstreamCalls"], number][];
  return [
    ...pages.map(([page, limit]) => ({
      what: `script of ${page} over the minimal app's`,
      seen: ratio(counted.scriptKb[page], counted.minimalScriptKb),
      limit,
    })),
    {
      what: "HTML of browse, 900 brands, kB",
      seen: counted.htmlKb.browse,
      limit: budget.browseHtmlKb,
    },
    {
      what: "HTML of browse, 10,000 brands over 100",
      seen: ratio(Math.max(...sizes), Math.min(...sizes)),
      limit: budget.browseHtmlGrowth,
    },
    ...calls.map(([name, limit]) => ({
      what: `upstream calls: ${name}`,
      seen: counted.upstreamCalls[name],
      limit,
    })),
    {
      what: "catalogue sent again to who knows it",
      seen: counted.catalogue.answers304 ? 0 : 1,
      limit: 0,
    },
  ];
}

/** `NaN` is over every limit: a figure that could not be read is no good figure. */
export const isOver = ({ seen, limit }: Line): boolean => !(seen <= limit);
