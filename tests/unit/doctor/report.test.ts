import { describe, expect, test } from "vitest";
import { type Finding, ok, warning, wrong } from "@/lib/doctor/finding";
import { type DoctorWords, toReport } from "@/lib/doctor/report";
import { reportHtml } from "@/lib/doctor/report-html";
import { reportText } from "@/lib/doctor/report-text";
import { LOCALES } from "@/lib/i18n/locales";
import words from "@/messages/en/doctor.json";
import { parseMessage } from "../../support/flat-messages";

const FINDINGS: Finding[] = [
  ok("config", "config_ok"),
  warning("shop", "shop_default_name", { shop: "default", name: "<b>Kiosk</b>" }),
  wrong("partner", "partner_missing", { variable: "PARTNER_ID", shop: "default" }),
];

test("what is not all right says what to do, with the names filled in", () => {
  const { lines, worst, summary } = toReport(FINDINGS, words, "en");
  expect(worst).toBe("wrong");
  expect(summary).toBe("1 ok, 1 to look at, 1 wrong");
  expect(lines[0]).not.toHaveProperty("help");
  expect(lines[2]?.help).toContain("Set PARTNER_ID to");
  expect(toReport(FINDINGS.slice(0, 2), words, "en").worst).toBe("warning");
  expect(toReport([], words, "en").worst).toBe("ok");
});

test("the page writes names as text", () => {
  const html = reportHtml(toReport(FINDINGS, words, "en"), words, "en");
  expect(html).not.toContain("<b>Kiosk");
  expect(html).toContain("Kiosk");
  expect(html).not.toContain("<script");
  expect(html).toContain('<html lang="en" dir="ltr">');
  expect(reportHtml(toReport(FINDINGS, words, "ar"), words, "ar")).toContain(
    '<html lang="ar" dir="rtl">',
  );
});

test("the terminal gets one line for each finding and one for what to do", () => {
  const text = reportText(toReport(FINDINGS, words, "en"), words);
  expect(text.split("\n").filter((line) => /^[✓!✗] /.test(line)).length).toBe(3);
  expect(text.match(/What to do:/g)?.length).toBe(2);
});

describe.each(LOCALES)("in %s", (locale) => {
  test("every help belongs to something that is said", async () => {
    const file: { default: DoctorWords } = await import(`../../../messages/${locale}/doctor.json`);
    const said = Object.keys(file.default.says);
    expect(Object.keys(file.default.help).filter((key) => !said.includes(key))).toEqual([]);
    for (const [key, text] of Object.entries(file.default.help)) {
      const own = parseMessage(text).names;
      const known = parseMessage(file.default.says[key as keyof DoctorWords["says"]]).names;
      // A value that only the help needs is given with the finding all the same.
      expect(own.filter((name) => !known.includes(name) && name !== "nearest")).toEqual([]);
    }
  });
});
