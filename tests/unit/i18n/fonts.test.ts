import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { LOCALES } from "@/lib/i18n/locales";
import { flatMessages } from "../../support/flat-messages";

type Face = { file: string; ranges: [number, number][] };

const faces: Face[] = [
  ...readFileSync("styles/fonts.css", "utf8").matchAll(/@font-face \{[^}]*\}/g),
]
  .map(([rule]) => rule)
  .filter((rule) => rule.includes('"Inter Shop"'))
  .map((rule) => ({
    file: /url\("\.\.\/(app\/fonts\/[\w-]+\.woff2)"\)/.exec(rule)?.[1] ?? "",
    ranges: [...rule.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].map(
      ([, from = "", to = from]) => [Number.parseInt(from, 16), Number.parseInt(to, 16)],
    ),
  }));

const filesFor = (text: string): string[] => [
  ...new Set(
    [...text].flatMap((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      const found = faces.filter(({ ranges }) =>
        ranges.some(([from, to]) => from <= code && code <= to),
      );
      return found.map(({ file }) => file.replace(/^.*inter-|\.woff2$/g, ""));
    }),
  ),
];

test("every part of the font is in the repository and says which letters it is for", () => {
  expect(faces.length).toBe(7);
  for (const { file, ranges } of faces) {
    expect(existsSync(file), file).toBe(true);
    expect(ranges.length, file).toBeGreaterThan(0);
  }
});

test.each([
  ["English", "Send exactly 12.50 USDC – “now”", ["latin"]],
  ["Turkish", "ağında gönderin", ["latin", "latin-ext"]],
  ["Vietnamese", "ế", ["vietnamese"]],
  ["Russian", "Отправьте", ["cyrillic"]],
  ["Kazakh", "Қ", ["cyrillic-ext"]],
  ["Greek", "Στείλτε", ["greek"]],
  ["old Greek", "ἀ", ["greek-ext"]],
  ["Arabic, which the device writes", "أرسلوا", []],
])("letters of %s are fetched from their own parts alone", (_name, text, files) => {
  expect(filesFor(text).sort()).toEqual([...files].sort());
});

const script = (locale: string): string => new Intl.Locale(locale).maximize().script ?? "";

test.each(LOCALES.filter((locale) => script(locale) === "Latn"))(
  "all sentences of %s are written with the Latin parts",
  async (locale) => {
    const sentences = [...(await flatMessages(locale)).values()].join("");
    expect(filesFor(sentences).filter((part) => !part.startsWith("latin"))).toEqual([]);
    const covered = [...new Set(sentences)].filter(
      (letter) => /\p{L}/u.test(letter) && filesFor(letter).length === 0,
    );
    expect(covered).toEqual([]);
  },
);

test("the notices name the font and its licence", () => {
  expect(readFileSync("THIRD-PARTY-NOTICES.md", "utf8")).toMatch(
    /app\/fonts\/.*Inter.*Open Font Licence/,
  );
});
