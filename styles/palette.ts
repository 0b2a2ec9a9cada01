/**
 * The colours of styles/tokens.css that a shop may replace, for the server: it draws the default icon
 * with them and measures contrast. A test holds the two files equal.
 */
export const PALETTE = {
  light: {
    canvas: "#f7f5f1",
    surface: "#ffffff",
    sunken: "#efece5",
    ink: "#1c1b1f",
    muted: "#5e5b57",
    line: "#ddd8ce",
    lineStrong: "#8b867c",
    brand: "#2b37a8",
    onBrand: "#ffffff",
    ok: "#11693a",
    okSoft: "#e3f3e8",
    warn: "#8a4b00",
    warnSoft: "#fcefd8",
    danger: "#b3201f",
    dangerSoft: "#fdeae8",
    onDanger: "#ffffff",
  },
  dark: {
    canvas: "#131316",
    surface: "#1c1c20",
    sunken: "#26262b",
    ink: "#f2f0eb",
    muted: "#aeaaa2",
    line: "#34343a",
    lineStrong: "#77757c",
    brand: "#aab3ff",
    onBrand: "#12174a",
    ok: "#7fd6a0",
    okSoft: "#17301f",
    warn: "#f0b76a",
    warnSoft: "#362711",
    danger: "#ff9c94",
    dangerSoft: "#3b1a19",
    onDanger: "#3b0d0b",
  },
} as const;
