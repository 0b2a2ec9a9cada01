import { expect, test } from "vitest";
import { otherLanguage } from "@/lib/i18n/other-language";

test.each([
  ["en", "en", undefined],
  ["pt", "pt-BR", undefined],
  ["pt_PT", "pt-BR", undefined],
  ["EN", "en", undefined],
  [undefined, "de", undefined],
  ["en", "ar", "en"],
  ["en", "pt-BR", "en"],
])("a text in %s on a page in %s is told as %s", (text, page, told) => {
  expect(otherLanguage(text, page)).toBe(told);
});
