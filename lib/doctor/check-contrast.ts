import { contrastFaults } from "../shop/contrast";
import type { Shop } from "../shop/schema";
import { type Finding, ok, warning } from "./finding";

/** Whether everything in a shop's colours can be read, in both themes. */
export function checkContrast({ id, theme }: Pick<Shop, "id" | "theme">): Finding[] {
  const faults = contrastFaults(theme);
  if (faults.length === 0) return [ok("contrast", "contrast_ok", { shop: id })];
  return faults.map(({ theme: name, token, color, on, ground, ratio, least, better }) =>
    warning("contrast", better ? "contrast_low" : "contrast_hopeless", {
      shop: id,
      pair: `theme.${name} ${token} ${color} / ${on} ${ground}`,
      ratio: Math.floor(ratio * 100) / 100,
      needed: least,
      nearest: better ? `theme.${name}.${better.token} ${better.color}` : "",
    }),
  );
}
