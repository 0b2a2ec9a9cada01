import budget from "../../tests/bench/budget.json" with { type: "json" };
import { type Line, ratio } from "./budget-line";
import { type Measured, MINIMAL } from "./measure-figures";

const { timed } = budget;
const SEO_PAGES = new Set(["home", "brand"]);

/** Every measured figure beside its limit. */
export function timedLines({ quality, ...measured }: Measured): Line[] {
  return [
    ...speedLines(measured.speed),
    ...Object.entries(quality).flatMap(([language, pages]) =>
      Object.entries(pages).flatMap(([page, { accessibility, bestPractices, seo }]) => [
        good(`accessibility of ${page}, ${language}`, accessibility),
        good(`best practices of ${page}, ${language}`, bestPractices),
        ...(SEO_PAGES.has(page) ? [good(`SEO of ${page}, ${language}`, seo)] : []),
      ]),
    ),
    ...Object.entries(measured.touchMs).map(([name, seen]) => ({
      what: `slowest touch: ${name}, ms`,
      seen,
      limit: timed.interactionMs,
    })),
    ...loadLines(measured.load),
    {
      what: "cold start to the first good page, ms",
      seen: measured.coldStartMs,
      limit: timed.coldStartMs,
    },
    ...growthLines(measured.viewCost),
  ];
}

const good = (what: string, seen: number): Line => ({
  what,
  seen,
  limit: timed.quality,
  atLeast: true,
});

function speedLines(speed: Measured["speed"]): Line[] {
  const minimal = speed[MINIMAL];
  if (!minimal) throw new Error("the minimal app was not measured");
  return Object.entries(timed.lcpOverMinimal).flatMap(([page, limit]) => {
    const { performance = Number.NaN, lcpMs = Number.NaN, cls = Number.NaN } = speed[page] ?? {};
    return [
      {
        what: `performance of ${page} under the minimal app's, points`,
        seen: minimal.performance - performance,
        limit: timed.performanceUnderMinimal,
      },
      {
        what: `largest paint of ${page} over the minimal app's`,
        seen: ratio(lcpMs, minimal.lcpMs),
        limit,
      },
      { what: `layout shift of ${page}`, seen: cls, limit: timed.layoutShift },
    ];
  });
}

function loadLines(load: Measured["load"]): Line[] {
  const rate = (name: string) => load[name]?.requestsPerSecond ?? Number.NaN;
  const file = "nginx, the same file";
  return [
    {
      what: "requests per second of a cached page over the minimal app's",
      seen: ratio(rate("this shop"), rate(MINIMAL)),
      limit: timed.requestsOfMinimal,
      atLeast: true,
    },
    ...(load[file] === undefined
      ? []
      : [
          {
            what: "requests per second behind the shipped nginx over the same file's",
            seen: ratio(rate("shipped nginx, cached page"), rate(file)),
            limit: timed.requestsOfFile,
            atLeast: true as const,
          },
        ]),
  ];
}

function growthLines(costs: Measured["viewCost"]): Line[] {
  const few = costs["1000"];
  const many = costs["10000"];
  const growth = (key: "catalogueUs" | "searchUs") =>
    ratio(many?.[key] ?? Number.NaN, few?.[key] ?? Number.NaN);
  return [
    {
      what: "catalogue as JSON, each brand of 10,000 over each of 1,000",
      seen: growth("catalogueUs"),
      limit: timed.costGrowth,
    },
    {
      what: "search, each brand of 10,000 over each of 1,000",
      seen: growth("searchUs"),
      limit: timed.costGrowth,
    },
  ];
}
