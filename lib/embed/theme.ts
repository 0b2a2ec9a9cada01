import { DERIVED_COLORS } from "../../styles/derived-colors";
import { PALETTE } from "../../styles/palette";
import { cssVariable } from "../shop/css-variable";
import type { Shop } from "../shop/schema";

/** How a frame may look; `auto` follows the device. */
export const FRAME_THEMES = ["auto", "light", "dark"] as const;
export type FrameTheme = (typeof FRAME_THEMES)[number];

export function toFrameTheme(value: string | null | undefined): FrameTheme {
  return FRAME_THEMES.find((theme) => theme === value) ?? "auto";
}

/** One theme whatever the device prefers, for a site that has only this one. */
export function frameThemeCss(theme: FrameTheme, shop: Pick<Shop, "theme">): string {
  if (theme === "auto") return "";
  const tokens = { ...PALETTE[theme], ...DERIVED_COLORS[theme], ...shop.theme[theme] };
  const declarations = Object.entries(tokens)
    .map(([name, value]) => `${cssVariable(name)}:${value};`)
    .join("");
  return `:root:root{color-scheme:${theme};${declarations}}`;
}
