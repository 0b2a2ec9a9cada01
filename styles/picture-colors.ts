/**
 * The colours of pictures that are drawn on the server, where no style sheet reaches: the light theme
 * of tokens.css. A test holds them equal.
 */
export const PICTURE_COLORS = {
  canvas: "#f7f5f1",
  surface: "#ffffff",
  ink: "#1c1b1f",
  muted: "#5e5b57",
  brand: "#2b37a8",
  onBrand: "#ffffff",
} as const;
