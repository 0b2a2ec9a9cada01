import { expect, test } from "vitest";
import { firstPrintable, printable } from "@/lib/pictures/printable";

test.each([
  ["Türkiye İş Bankası", "Türkiye İş Bankası"],
  ["Café – 50 €…", "Café – 50 €…"],
  ["Pixel 🎮 Forge", "Pixel Forge"],
  ["Sony 株式会社", "Sony"],
  ["متجر", ""],
  ["Cafe\u0301", "Café"],
  ["A\u0000B\u200bC\ufeff\u2028", "A B C"],
])("%j is drawn as %j", (text, drawn) => {
  expect(printable(text)).toBe(drawn);
});

test("a text that the font lacks gives way to the next one", () => {
  expect(firstPrintable("ألمانيا", "Germany")).toBe("Germany");
  expect(firstPrintable("Almanya", "Germany")).toBe("Almanya");
  expect(firstPrintable("日本", "Nihon 日本")).toBe("Nihon");
});
