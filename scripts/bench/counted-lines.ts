import budget from "../../tests/bench/budget.json" with { type: "json" };
import { type Line, ratio } from "./budget-line";
import type { Counted, PageName } from "./count-figures";

/** Every counted figure beside its limit. */
export function countedLines(counted: Counted): Line[] {
  const pages = Object.entries(budget.scriptOverMinimal) as [PageName, number][];
  const { 100: few = Number.NaN, 10000: many = Number.NaN } = counted.browseHtmlKb;
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
      seen: ratio(many, few),
      limit: budget.browseHtmlGrowth,
    },
    ...calls.map(([name, limit]) => ({
      what: `upstream calls: ${name}`,
      seen: counted.upstreamCalls[name],
      limit,
    })),
    {
      what: "catalogue sent again to who knows it",
      seen: counted.catalogue.sentAgain,
      limit: 0,
    },
    {
      what: "catalogue packed again for the next who asks",
      seen: counted.catalogue.packedAgain,
      limit: 0,
    },
  ];
}
