import { PALETTE } from "../../styles/palette";
import type { Shop } from "../shop/schema";

/** How a frame may look; `auto` follows the device. */
export const FRAME_THEMES = ["auto", "light", "dark"] as const;
export type FrameTheme = (typeof FRAME_THEMES)[number];

export function toFrameTheme(value: string | null | undefined): FrameTheme {
  return FRAME_THEMES.find((theme) => theme === value) ?? "auto";
}

/** What styles/tokens.css derives from the brand's colour in each theme, beyond the palette. */
const DERIVED = {
  light: {
    brandHover: "color-mix(in srgb, var(--brand) 86%, black)",
    brandSoft: "color-mix(in srgb, var(--brand) 8%, var(--surface))",
    awning: "var(--brand)",
  },
  dark: {
    brandHover: "color-mix(in srgb, var(--brand) 86%, white)",
    brandSoft: "color-mix(in srgb, var(--brand) 14%, var(--surface))",
    awning: "color-mix(in srgb, var(--brand) 62%, var(--surface))",
  },
} as const;

/** One theme whatever the device prefers, for a site that has only this one. */
export function frameThemeCss(theme: FrameTheme, shop: Pick<Shop, "theme">): string {
  if (theme === "auto") return "";
  const tokens = { ...PALETTE[theme], ...DERIVED[theme], ...shop.theme[theme] };
  const declarations = Object.entries(tokens)
    .map(([name, value]) => `${variable(name)}:${value};`)
    .join("");
  return `:root:root{color-scheme:${theme};${declarations}}`;
}

const variable = (token: string): string =>
  `--${token.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`;
