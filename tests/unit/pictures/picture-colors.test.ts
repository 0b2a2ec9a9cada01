import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PICTURE_COLORS } from "@/styles/picture-colors";

test("what is drawn on the server has the colours of the light theme", () => {
  const [light = ""] = readFileSync("styles/tokens.css", "utf8").split("@media");
  for (const [name, color] of Object.entries(PICTURE_COLORS)) {
    const token = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    expect(light, token).toContain(`--${token}: ${color};`);
  }
});
