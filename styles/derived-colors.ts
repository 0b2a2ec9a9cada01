/**
 * What tokens.css derives from the brand's colour in each theme, for a frame that has one theme whatever
 * the device prefers. A test holds them equal.
 */
export const DERIVED_COLORS = {
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
