import { expect, test } from "vitest";
import { initialLetter } from "@/lib/i18n/initial-letter";

test.each([
  ["Åland", "en", "A"],
  ["Österreich", "de", "O"],
  ["Égypte", "fr", "E"],
  ["İsviçre", "tr", "İ"],
  ["Irak", "tr", "I"],
  ["isveç", "tr", "İ"],
  ["Çin", "tr", "Ç"],
  ["Çin", "en", "C"],
  ["Ñu", "es", "Ñ"],
  ["África", "es", "A"],
  ["أوكرانيا", "ar", "ا"],
])("%s stands in the index of %s under %s", (name, locale, letter) => {
  expect(initialLetter(name, locale)).toBe(letter);
});
