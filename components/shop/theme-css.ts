import type { Shop } from "@/lib/shop/schema";

type Palette = Shop["theme"]["light"];

/**
 * The shop's own colours over those of styles/tokens.css. Every value has passed the pattern of the
 * shop schema, so nothing in it can end the style element.
 */
export function themeCss({ light, dark, radius }: Shop["theme"]): string {
  const size = radius === undefined ? "" : `--radius:${radius}px;`;
  const day = `${declarations(light)}${size}`;
  const night = declarations(dark);
  return [day && `:root{${day}}`, night && `@media (prefers-color-scheme:dark){:root{${night}}}`]
    .filter(Boolean)
    .join("");
}

function declarations({ brand, onBrand }: Palette): string {
  return [brand && `--brand:${brand};`, onBrand && `--on-brand:${onBrand};`]
    .filter(Boolean)
    .join("");
}
