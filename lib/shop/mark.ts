import { PALETTE } from "../../styles/palette";
import type { Shop } from "./schema";

/** The icon of a shop that brings none: an awning over a counter, in the shop's colour. */
export function markSvg({ theme }: Pick<Shop, "theme">): string {
  const { brand = PALETTE.light.brand, onBrand = PALETTE.light.onBrand } = theme.light;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="${brand}"/><path fill="${onBrand}" d="M8 7h16l2.5 6.5a3.5 3.5 0 0 1-7 0 3.5 3.5 0 0 1-7 0 3.5 3.5 0 0 1-7 0z"/><path fill="none" stroke="${onBrand}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" d="M8.5 19.5V25h15v-5.5"/></svg>`;
}
