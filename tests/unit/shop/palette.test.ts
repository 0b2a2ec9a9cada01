import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PALETTE } from "@/styles/palette";

const [day = "", night = ""] = readFileSync("styles/tokens.css", "utf8").split("@media");

test.each([
  ["light", day],
  ["dark", night],
] as const)("the palette of the %s theme is that of tokens.css", (theme, css) => {
  for (const [token, value] of Object.entries(PALETTE[theme])) {
    const name = token.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
    expect(css, token).toContain(`--${name}: ${value};`);
  }
});
