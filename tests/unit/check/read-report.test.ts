import { describe, expect, it } from "vitest";
import { readPlaywright, readVitest } from "@/scripts/check/read-report";

describe("a report of Vitest", () => {
  it("names what did not pass, with the first line of why", () => {
    const assertionResults = [
      { status: "passed", fullName: "a price is a price" },
      {
        status: "failed",
        fullName: "a code is a code",
        failureMessages: ["\u001b[31mexpected 1\u001b[39m\n at code.ts"],
      },
      { status: "skipped", fullName: "nobody tried" },
    ];
    expect(
      readVitest({ testResults: [{ name: "a.test.ts", message: "", assertionResults }] }),
    ).toEqual({ passed: 1, failures: ["a code is a code — expected 1", "nobody tried — skipped"] });
  });

  it("counts a file that could not be read as failed", () => {
    const testResults = [{ name: "b.test.ts", message: "no such module\n", assertionResults: [] }];
    expect(readVitest({ testResults })).toEqual({
      passed: 0,
      failures: ["b.test.ts — no such module"],
    });
  });
});

describe("a report of Playwright", () => {
  const spec = (title: string, status: string, message?: string) => ({
    title,
    file: "buy.spec.ts",
    line: 7,
    tests: [{ status, results: [{}, { error: message ? { message } : undefined }] }],
  });

  it("is read through all its groups; a second try counts as passed, a skipped test does not", () => {
    const suites = [
      { specs: [spec("at once", "expected")], suites: [{ specs: [spec("later", "flaky")] }] },
      { specs: [spec("never", "unexpected", "Timeout\nmore"), spec("not tried", "skipped")] },
    ];
    expect(readPlaywright({ suites })).toEqual({
      passed: 2,
      failures: ["buy.spec.ts:7 never — Timeout", "buy.spec.ts:7 not tried — skipped"],
    });
  });
});
