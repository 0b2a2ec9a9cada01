import { describe, expect, test } from "vitest";
import { pseudoMessages } from "@/lib/demo/pseudo-text";
import { fill } from "@/lib/i18n/fill";
import { flatMessages, parseMessage } from "../../support/flat-messages";

describe("the pseudo language", () => {
  test("is longer and from the right, and loses no placeholder and no plural of any message", async () => {
    for (const [key, text] of await flatMessages("en")) {
      const pseudo = pseudoMessages(text);
      expect(parseMessage(pseudo).names, key).toEqual(parseMessage(text).names);
      expect(pseudo, key).toMatch(/[א-ת]/);
      expect(pseudo.length, key).toBeGreaterThan(text.length * 1.3);
    }
  });

  test("still counts", () => {
    const pseudo = pseudoMessages("{count, plural, one {# plan} other {# plans}} left");
    expect(fill(pseudo, { count: 3 }, "en")).toMatch(/^3 plans /);
  });
});
