import { PALETTE } from "../../styles/palette";
import type { Shop } from "../shop/schema";

type Theme = Pick<Shop, "theme">["theme"];

/** The shop's mark, an awning over a counter, in its own colours; the ground may reach the edges. */
export function iconSvg({ light }: Theme, ground: "rounded" | "full" = "rounded"): string {
  const brand = light.brand ?? PALETTE.light.brand;
  const onBrand = light.onBrand ?? PALETTE.light.onBrand;
  // What a system cuts off a maskable icon is a fifth of it on each side at most.
  const mark = ground === "full" ? ' transform="translate(4.8 4.8) scale(.7)"' : "";
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32"${
    ground === "full" ? "" : ' rx="7"'
  } fill="${brand}"/><g${mark}><path fill="${onBrand}" d="M8 7h16l2.5 6.5a3.5 3.5 0 0 1-7 0 3.5 3.5 0 0 1-7 0 3.5 3.5 0 0 1-7 0z"/><path fill="none" stroke="${onBrand}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" d="M8.5 19.5V25h15v-5.5"/></g></svg>`;
}
