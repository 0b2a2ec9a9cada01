import { isLocale } from "../i18n/locales";

/** Pages below a language that are not a country. */
const PAGES = new Set([
  "checkout",
  "orders",
  "demo",
  "gift",
  "help",
  "imprint",
  "privacy",
  "terms",
]);
const API = [
  [/^\/api\/orders\/(access|validations)$/, "/api/orders/$1"],
  [/^\/api\/orders\/[^/]+$/, "/api/orders/[orderId]"],
  [
    /^\/api\/orders\/[^/]+\/(accept|access|link|order-number|reveal|subscribe)$/,
    "/api/orders/[orderId]/$1",
  ],
  [/^\/api\/catalog\/[^/]+$/, "/api/catalog/[country]"],
  [/^\/api\/catalog\/[^/]+\/(home|search-index|sold-elsewhere)$/, "/api/catalog/[country]/$1"],
  [/^\/api\/catalog\/[^/]+\/brands\/[^/]+$/, "/api/catalog/[country]/brands/[slug]"],
  [
    /^\/api\/(csp-report|health\/live|health\/ready|metrics|offline|openapi\.json|orders|payment-methods|price|rpc\/solana)$/,
    "/api/$1",
  ],
] as const;

/** The template of a path, out of a short fixed list: what people type or hold as a secret is not in it. */
export function routeTemplate(pathname: string): string {
  if (pathname.startsWith("/_next/static/")) return "/_next/static";
  if (pathname.startsWith("/api/")) return apiTemplate(pathname);
  // A page in another site's frame is counted as the page that it is.
  const path = pathname.replace(/\/$/, "").replace(/^(\/[^/]+)\/embed(?=\/|$)/, "$1");
  const [, locale, page, rest, ...more] = path.split("/");
  if (pathname === "/") return "/";
  if (!isLocale(locale)) return "file or unknown";
  if (page === undefined) return "/[locale]";
  if (PAGES.has(page)) return rest === undefined ? `/[locale]/${page}` : `/[locale]/${page}/[…]`;
  if (more.length > 0) return "file or unknown";
  if (rest === undefined) return "/[locale]/[country]";
  return rest === "browse" ? "/[locale]/[country]/browse" : "/[locale]/[country]/[brand]";
}

function apiTemplate(pathname: string): string {
  const found = API.find(([pattern]) => pattern.test(pathname));
  return found ? pathname.replace(found[0], found[1]) : "/api/[…unknown]";
}
