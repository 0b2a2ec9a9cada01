import type { Answers } from "./answers";
import { paletteOf } from "./palette-of";

export type DrawnFiles = {
  logo?: string | undefined;
  icons: Partial<Record<"svg" | "small" | "large" | "maskable" | "apple", string>>;
  background?: string | undefined;
};

/** The variable that a shop's partner ID stands in; the default shop has the plain one. */
export function partnerVariable(id: string, isDefault: boolean): string {
  const name = id.toUpperCase().replaceAll("-", "_");
  // The name of a variable begins with a letter.
  const start = /^[A-Z]/.test(name) ? name : `SHOP_${name}`;
  return isDefault ? "PARTNER_ID" : `${start}_PARTNER_ID`;
}

/** shop.json of a new shop: only what was answered, so that everything else keeps its default. */
export function shopConfig(
  answers: Answers,
  { brand, files, isDefault }: { brand: string; files: DrawnFiles; isDefault: boolean },
) {
  const { id, name, url, email, entity, address, country, locale, coin, network } = answers;
  return {
    $schema: "../shop.schema.json",
    name,
    url,
    partnerIdEnv: partnerVariable(id, isDefault),
    ...(entity !== undefined && {
      legalEntity: { name: entity, ...(address !== undefined && { address }) },
    }),
    support: { email },
    ...(files.logo !== undefined && { logo: { light: files.logo } }),
    ...(Object.keys(files.icons).length > 0 && { icons: files.icons }),
    ...(files.background !== undefined && { sharing: { background: files.background } }),
    theme: paletteOf(brand),
    defaults: { country, locale, coin, network },
  };
}
