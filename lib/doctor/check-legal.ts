import { LOCALES } from "../i18n/locales";
import type { LoadedShop } from "../shop/read-shops";
import type { Shop } from "../shop/schema";
import { type Finding, ok, warning } from "./finding";

/** Names that are set aside for examples: nobody reads mail there. */
const NOBODYS = /(?:^|\.)(?:example\.(?:com|net|org)|example|test|invalid|localhost)$/i;
/** Pages that a shop should have in its own words. */
const OWN_PAGES = ["terms", "privacy"] as const;
/** What a draft leaves for people to fill in. */
const GAP = /\[[^\]\n]{2,80}\]|\bTODO\b/;

/** Whether any text in a tree has something left to fill in. */
function hasGap(tree: unknown): boolean {
  if (typeof tree === "string") return GAP.test(tree);
  return typeof tree === "object" && tree !== null && Object.values(tree).some(hasGap);
}

/** Whether buyers can reach somebody and read whom they deal with. */
export function checkLegal({ shop, legal }: Pick<LoadedShop, "shop" | "legal">): Finding[] {
  const locale = shop.defaults.locale;
  const lacking = (page: string) => LOCALES.filter((language) => !legal.has(`${page}.${language}`));
  const general = OWN_PAGES.filter((page) => !legal.has(`${page}.${locale}`));
  const drafts = [...legal].filter(([, text]) => hasGap(text.blocks));
  const remarks = [
    ...reachable(shop),
    ...general.map((page) => warning("legal", "legal_own", { shop: shop.id, page })),
    ...OWN_PAGES.filter((page) => !general.includes(page) && lacking(page).length > 0).map((page) =>
      warning("legal", "legal_languages", {
        shop: shop.id,
        page,
        own: locale,
        languages: lacking(page).join(", "),
      }),
    ),
    ...drafts.map(([page]) => warning("legal", "legal_draft", { shop: shop.id, page })),
  ];
  return remarks.length > 0 ? remarks : [ok("legal", "legal_ok", { shop: shop.id })];
}

function reachable({ id, support: { email, url } }: Shop): Finding[] {
  if (email === undefined && url === undefined) {
    return [warning("legal", "legal_contact", { shop: id })];
  }
  const host = url === undefined ? (email?.split("@").at(-1) ?? "") : new URL(url).hostname;
  return NOBODYS.test(host) ? [warning("legal", "legal_example", { shop: id, host })] : [];
}
