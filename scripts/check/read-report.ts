import { stripVTControlCharacters } from "node:util";

/** How many tests passed, and of each other one its name and the first line of why. */
export type Tally = { passed: number; failures: string[] };

type VitestReport = {
  testResults: {
    name: string;
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages?: string[] }[];
  }[];
};

/** Reads Vitest's JSON report. A file without tests counts as failed: it was not even read. */
export function readVitest(report: unknown): Tally {
  const { testResults } = report as VitestReport;
  const tests = testResults.flatMap(({ name, message, assertionResults }) =>
    assertionResults.length > 0
      ? assertionResults
      : [{ status: "failed", fullName: name, failureMessages: [message] }],
  );
  const others = tests.filter(({ status }) => status !== "passed");
  return {
    passed: tests.length - others.length,
    failures: others.map((test) => line(test.fullName, test.failureMessages?.[0] ?? test.status)),
  };
}

type PlaywrightSuite = {
  suites?: PlaywrightSuite[];
  specs?: {
    title: string;
    file: string;
    line: number;
    tests: { status: string; results: { error?: { message?: string } }[] }[];
  }[];
};

/** Reads Playwright's JSON report. Who passed at a second try has passed; who was skipped has not. */
export function readPlaywright(report: unknown): Tally {
  const tests = specsOf(report as PlaywrightSuite).flatMap(({ tests, ...spec }) =>
    tests.map((test) => ({ ...test, spec })),
  );
  const others = tests.filter(({ status }) => status !== "expected" && status !== "flaky");
  return {
    passed: tests.length - others.length,
    failures: others.map(({ status, results, spec }) =>
      line(`${spec.file}:${spec.line} ${spec.title}`, results.at(-1)?.error?.message ?? status),
    ),
  };
}

const specsOf = ({ suites = [], specs = [] }: PlaywrightSuite): NonNullable<typeof specs> => [
  ...specs,
  ...suites.flatMap(specsOf),
];

const line = (name: string, why: string) =>
  `${name} — ${stripVTControlCharacters(why).split("\n", 1)[0]}`;
