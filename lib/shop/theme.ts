import { cssVariable } from "./css-variable";
import type { Shop } from "./schema";

type Theme = Shop["theme"];
type Font = NonNullable<Theme["fonts"]["text"]>;

/** What shows until a font is there, and where it has no such character. */
const FALLBACKS: Readonly<Record<Font["fallback"], string>> = {
  inter:
    '"Inter Shop","Inter Fallback","Inter Fallback Roboto","Inter Fallback DejaVu",system-ui,sans-serif',
  sans: "system-ui,sans-serif",
  serif: "ui-serif,Georgia,Cambria,serif",
  rounded: 'ui-rounded,"Arial Rounded MT Bold",system-ui,sans-serif',
  mono: "ui-monospace,Menlo,Consolas,monospace",
};

/**
 * The shop's own look over that of styles/tokens.css. Every value has passed the pattern of the shop
 * schema, so nothing in it can end the style element.
 * @param addressOf where a file of the shop is served.
 */
export function themeCss(theme: Theme, addressOf: (file: string) => string | undefined): string {
  const { light, dark, radius, fonts } = theme;
  const day = [
    colors(light),
    radius === undefined ? "" : `--radius:${radius}px;`,
    fonts.text ? `--font-sans:${family("Shop Text", fonts.text)};` : "",
    fonts.headings ? `--font-headings:${family("Shop Headings", fonts.headings)};` : "",
  ].join("");
  const night = colors(dark);
  return [
    fonts.text ? faces("Shop Text", fonts.text, addressOf) : "",
    fonts.headings ? faces("Shop Headings", fonts.headings, addressOf) : "",
    day && `:root{${day}}`,
    night && `@media (prefers-color-scheme:dark){:root{${night}}}`,
  ].join("");
}

function colors(palette: Theme["light"]): string {
  return Object.entries(palette)
    .map(([token, value]) => (value === undefined ? "" : `${cssVariable(token)}:${value};`))
    .join("");
}

const family = (name: string, { files, fallback }: Font): string =>
  `${files.length > 0 ? `"${name}",` : ""}${FALLBACKS[fallback]}`;

function faces(name: string, font: Font, addressOf: (file: string) => string | undefined): string {
  return font.files
    .map(({ file, weight, style, unicodeRange }) => {
      const range = unicodeRange === undefined ? "" : `unicode-range:${unicodeRange};`;
      return `@font-face{font-family:"${name}";src:url("${addressOf(file)}") format("woff2");font-weight:${weight};font-style:${style};font-display:swap;${range}}`;
    })
    .join("");
}
