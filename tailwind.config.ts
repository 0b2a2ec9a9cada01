import type { Config } from "tailwindcss";

/** Names for the tokens of styles/tokens.css. There is no other palette, so no raw colour can slip in. */
const TOKENS = [
  "canvas",
  "surface",
  "sunken",
  "ink",
  "muted",
  "line",
  "line-strong",
  "brand",
  "on-brand",
  "brand-hover",
  "brand-soft",
  "focus",
  "ok",
  "ok-soft",
  "warn",
  "warn-soft",
  "danger",
  "danger-soft",
  "on-danger",
  "demo",
  "on-demo",
  "tile",
  "on-tile",
] as const;

const colors = Object.fromEntries(TOKENS.map((token) => [token, `var(--${token})`]));

export default {
  content: [],
  theme: {
    colors: { ...colors, transparent: "transparent", current: "currentColor", inherit: "inherit" },
    fontSize: {
      xs: ["0.8125rem", { lineHeight: "1.125rem" }],
      sm: ["0.875rem", { lineHeight: "1.3125rem" }],
      base: ["1rem", { lineHeight: "1.5rem" }],
      lg: ["1.125rem", { lineHeight: "1.625rem" }],
      xl: ["1.3125rem", { lineHeight: "1.75rem" }],
      "2xl": ["1.625rem", { lineHeight: "2rem" }],
      "3xl": ["2.125rem", { lineHeight: "2.4375rem" }],
      "4xl": ["2.75rem", { lineHeight: "3rem" }],
    },
    extend: {
      fontFamily: { sans: "var(--font-sans)", headings: "var(--font-headings)" },
      borderRadius: { field: "var(--radius-field)", card: "var(--radius-card)" },
      boxShadow: { raised: "var(--shadow-raised)" },
      maxWidth: { page: "75rem", reading: "44rem" },
    },
  },
} satisfies Config;
