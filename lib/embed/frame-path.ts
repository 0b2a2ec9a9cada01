import type { Locale } from "../i18n/locales";
import type { FrameTheme } from "./theme";

type Place = { locale: Locale; theme: FrameTheme; country?: string; slug?: string };

/** The address of a page within a frame. */
export function framePath({ locale, theme, country, slug }: Place): string {
  const path = [`/${locale}/embed`, country?.toLowerCase(), slug].filter(Boolean).join("/");
  return theme === "auto" ? path : `${path}?theme=${theme}`;
}

export const frameCheckoutPath = (locale: Locale): string => `/${locale}/embed/checkout`;

const COUNTRY_PAGE = /^\/([a-z]{2}(?:-[A-Z]{2})?)\/([a-z]{2})(?:\/([a-z0-9-]+))?$/;
const CHECKOUT = /^(\/[a-z]{2}(?:-[A-Z]{2})?)\/checkout$/;

/**
 * Where a link of an ordinary page leads within a frame: pages of the catalogue have a counterpart
 * there, everything else opens beside it (`undefined`).
 */
export function toFramePath(href: URL, theme: FrameTheme): string | undefined {
  const { pathname, searchParams } = href;
  const query = new URLSearchParams(searchParams);
  if (theme !== "auto") query.set("theme", theme);
  const search = query.size > 0 ? `?${query}` : "";
  if (/^\/[^/]+\/embed(\/|$)/.test(pathname)) return `${pathname}${search}`;
  const checkout = CHECKOUT.exec(pathname)?.[1];
  if (checkout) return `${checkout}/embed/checkout${search}`;
  const [, locale, country, slug] = COUNTRY_PAGE.exec(pathname) ?? [];
  if (locale === undefined || country === undefined) return undefined;
  // The list of all brands is what a frame's country page shows.
  const rest = slug === undefined || slug === "browse" ? "" : `/${slug}`;
  return `/${locale}/embed/${country}${rest}${search}`;
}
