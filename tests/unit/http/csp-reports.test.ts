import { describe, expect, test } from "vitest";
import { toCspReports } from "@/lib/http/csp-reports";

const PAGE = "https://shop.example/en/orders/SECRET-reference?lang=en#t=SECRET-token";

/** As Firefox, Safari and older Chromium send it to `report-uri`. */
const old = (values: object) => ({
  "csp-report": {
    "document-uri": PAGE,
    referrer: PAGE,
    "violated-directive": "script-src-elem 'nonce-abc' 'strict-dynamic'",
    "effective-directive": "script-src-elem",
    "original-policy": "script-src 'nonce-abc'",
    "source-file": PAGE,
    "script-sample": "SECRET-code",
    ...values,
  },
});
/** As the Reporting API sends it to `report-to`. */
const recent = (values: object, type = "csp-violation") => ({
  type,
  age: 12,
  url: PAGE,
  user_agent: "Browser/1 SECRET-agent",
  body: {
    documentURL: PAGE,
    effectiveDirective: "script-src-elem",
    sample: "SECRET-code",
    ...values,
  },
});

describe("of a report are kept its directive and the origin or kind of what was blocked", () => {
  test.each([
    ["an inline script", old({ "blocked-uri": "inline" }), "script-src-elem", "inline"],
    [
      "a script of another site",
      old({ "blocked-uri": `${PAGE.replace("shop", "evil")}` }),
      "script-src-elem",
      "https://evil.example",
    ],
    [
      "a text for a script",
      recent({
        effectiveDirective: "require-trusted-types-for",
        blockedURL: "trusted-types-sink",
      }),
      "require-trusted-types-for",
      "trusted-types-sink",
    ],
    [
      "a picture, by the Reporting API",
      recent({ effectiveDirective: "img-src", blockedURL: "https://user:SECRET@evil.example/a?b" }),
      "img-src",
      "https://evil.example",
    ],
    [
      "only the older directive",
      { "csp-report": { "violated-directive": "font-src 'self'" } },
      "font-src",
      "other",
    ],
    ["a directive that nobody knows", old({ "effective-directive": "SECRET" }), "other", "other"],
    ["data in an address", old({ "blocked-uri": "data:SECRET" }), "script-src-elem", "other"],
    ["no text at all", recent({ effectiveDirective: 1, blockedURL: {} }), "other", "other"],
  ])("%s", (_name, report, directive, blocked) => {
    expect(toCspReports(report)).toEqual([{ directive, blocked }]);
    expect(toCspReports([report])).toEqual([{ directive, blocked }]);
    expect(JSON.stringify(toCspReports(report))).not.toContain("SECRET");
  });
});

test("what is no such report is nothing", () => {
  for (const body of [null, 1, "x", [], {}, [null, 1, []], recent({}, "deprecation")]) {
    expect(toCspReports(body)).toEqual([]);
  }
});

test("of a delivery no more than twenty are taken", () => {
  const many = Array.from({ length: 500 }, () => recent({}));
  expect(toCspReports(many)).toHaveLength(20);
});
