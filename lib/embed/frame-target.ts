import { isCountryCode } from "../catalog/countries";
import { type Locale, matchLocale } from "../i18n/locales";
import { sellsIn } from "../shop/rules";
import type { Shop } from "../shop/schema";
import { framePath } from "./frame-path";
import { toFrameTheme } from "./theme";

const SLUG = /^[a-z0-9][a-z0-9-]{0,99}$/;

type Asked = { shop: Shop; asked: URLSearchParams; fallback: Locale };

/**
 * The page that a site asks for by parameters. Each is taken only when it is one of those there are:
 * another language, country, brand or look gives way to the shop's own.
 */
export function frameTarget({ shop, asked, fallback }: Asked): string {
  const locale = matchLocale(asked.get("lang") ?? "") ?? fallback;
  const code = (asked.get("country") ?? "").toUpperCase();
  const country = isCountryCode(code) && sellsIn(shop, code) ? code : shop.defaults.country;
  const brand = asked.get("brand") ?? "";
  const theme = toFrameTheme(asked.get("theme"));
  return framePath({ locale, theme, country, ...(SLUG.test(brand) && { slug: brand }) });
}

/** The internal path of a page in a frame: its look is part of it, because a frame's layout sees no query. */
export function frameInternalPath(
  segment: string,
  pathname: string,
  asked: URLSearchParams,
): string {
  const [, locale, , ...rest] = pathname.split("/");
  return ["/embedded", segment, locale, toFrameTheme(asked.get("theme")), ...rest].join("/");
}
