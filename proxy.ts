import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { guessCountry } from "@/lib/catalog/guess-country";
import { frameInternalPath, frameTarget } from "@/lib/embed/frame-target";
import { env } from "@/lib/env/server";
import { buyerCookieName, serialiseCookie } from "@/lib/http/cookies";
import { negotiateLocale } from "@/lib/http/locale";
import { isRootFile } from "@/lib/http/root-files";
import { contentSecurityPolicy, REPORTING_ENDPOINTS } from "@/lib/http/security-headers";
import { isLocale } from "@/lib/i18n/locales";
import { isMoneyPath } from "@/lib/money-pages";
import { shopForHost, shopSegment } from "@/lib/shop/current";
import { sellsIn } from "@/lib/shop/rules";
import type { Shop } from "@/lib/shop/schema";
import { countryPath } from "@/lib/urls";

const NO_STORE = { "cache-control": "private, no-store" };
const CHECKOUT = /^\/[^/]+\/checkout\/?$/;
const ANY_CHECKOUT = /^\/[^/]+\/(?:embed\/)?checkout\/?$/;

/**
 * Writes the shop of the host into the internal path, and the security headers that depend on the
 * page. It decides nothing about who may see what: pages and route handlers do.
 */
export default function proxy(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl;
  if (pathname.startsWith("/api/") || isRootFile(pathname)) return NextResponse.next();
  const shop = shopForHost(request.headers.get("host"));
  if (!shop) return new NextResponse(null, { status: 404, headers: NO_STORE });
  if (pathname === "/") return toCountry(request, shop);
  if (pathname === "/embed") return toFrame(request, shop);
  const [, locale, page] = pathname.split("/");
  const segment = shopSegment(shop);
  const framed = page === "embed";
  if (isLocale(locale) && framed && shop.embed.origins.length > 0) {
    const path = frameInternalPath(segment, pathname, request.nextUrl.searchParams);
    return toPage(request, shop, { path, withMoney: true, frameAncestors: shop.embed.origins });
  }
  if (isLocale(locale) && !framed) {
    return toPage(request, shop, {
      path: `/${segment}${pathname}`,
      withMoney: isMoneyPath(pathname),
    });
  }
  const fallback = negotiateLocale(request.headers.get("accept-language"), shop.defaults.locale);
  const path = `/${segment}/${isLocale(locale) ? locale : fallback}/missing/page/here`;
  return toPage(request, shop, { path, withMoney: false });
}

/** A site asks for a page by parameters; an address that names the page is what its frame shows. */
function toFrame(request: NextRequest, shop: Shop): NextResponse {
  const language = request.headers.get("accept-language");
  const fallback = negotiateLocale(language, shop.defaults.locale);
  const target = frameTarget({ shop, asked: request.nextUrl.searchParams, fallback });
  const headers = { location: `${shop.url}${target}`, ...NO_STORE };
  return new NextResponse(null, { status: 307, headers });
}

/** The only redirect by country: everything else keeps the address that was asked for. */
function toCountry(request: NextRequest, shop: Shop): NextResponse {
  const chosen = request.cookies.get("locale")?.value;
  const language = request.headers.get("accept-language");
  const locale = isLocale(chosen) ? chosen : negotiateLocale(language, shop.defaults.locale);
  const country = guessCountry({
    remembered: request.cookies.get("country")?.value,
    geo: request.headers.get("cf-ipcountry") ?? request.headers.get("x-vercel-ip-country"),
    acceptLanguage: language,
    fallback: shop.defaults.country,
    isSold: (code) => sellsIn(shop, code),
  });
  return new NextResponse(null, {
    status: 307,
    headers: {
      location: `${shop.url}${countryPath(locale, country)}`,
      ...NO_STORE,
    },
  });
}

type Page = { path: string; withMoney: boolean; frameAncestors?: readonly string[] };

function toPage(request: NextRequest, shop: Shop, page: Page): NextResponse {
  const { path, withMoney } = page;
  const { pathname, search } = request.nextUrl;
  const nonce = withMoney ? randomBytes(16).toString("base64") : undefined;
  const policy = nonce ? policyWith(shop, page, pathname, nonce) : policyWithout(shop);
  const target = `${originOf(request.url)}${path}${search}`;
  const response = NextResponse.rewrite(target, otherHeaders(request, nonce ? policy : undefined));
  response.headers.set("content-security-policy", policy);
  if (isEncrypted(shop)) response.headers.set("reporting-endpoints", REPORTING_ENDPOINTS);
  if (withMoney) {
    response.headers.set("cache-control", "private, no-store");
    response.headers.set("referrer-policy", "no-referrer");
    response.headers.set("x-robots-tag", "noindex");
  }
  const buyer = buyerCookieName(shop.url);
  // A reply that caches keep must not give everybody the same one.
  if (withMoney && CHECKOUT.test(pathname) && !request.cookies.has(buyer)) {
    const value = randomBytes(18).toString("base64url");
    const cookie = { name: buyer, value, maxAgeSeconds: 90 * 86_400 };
    response.headers.append("set-cookie", serialiseCookie(cookie, shop.url));
  }
  return response;
}

const isEncrypted = (shop: Shop): boolean => shop.url.startsWith("https://");

const commonPolicy = (shop: Shop) => ({
  development: process.env.NODE_ENV === "development",
  imageOrigins: [new URL(env().API_URL).origin],
  encrypted: isEncrypted(shop),
});

/** The policy of a page with money, which is another for each request. */
function policyWith(shop: Shop, { frameAncestors = [] }: Page, pathname: string, nonce: string) {
  const challenge = ANY_CHECKOUT.test(pathname) ? env().CHALLENGE_PROVIDER : undefined;
  return contentSecurityPolicy({ ...commonPolicy(shop), nonce, challenge, frameAncestors });
}

const policies = new WeakMap<Shop, string>();

/** The policy of all other pages of a shop. They are asked for most, so it is written once. */
function policyWithout(shop: Shop): string {
  const known = policies.get(shop);
  if (known !== undefined) return known;
  const policy = contentSecurityPolicy(commonPolicy(shop));
  policies.set(shop, policy);
  return policy;
}

/** Of an address that the framework has read already; to read it once more is a good part of what a request costs here. */
const originOf = (url: string): string => url.slice(0, url.indexOf("/", "https://".length));

const NONCE_HEADERS = ["content-security-policy", "x-nonce"];

/**
 * What the page is told instead of what came in: the framework takes the nonce from a header, and so
 * must nobody else. Most requests have nothing to change, and a copy of all headers costs each of them.
 */
function otherHeaders(request: NextRequest, policy: string | undefined) {
  const isMeddled = NONCE_HEADERS.some((name) => request.headers.has(name));
  if (policy === undefined && !isMeddled) return undefined;
  const headers = new Headers(request.headers);
  for (const name of NONCE_HEADERS) headers.delete(name);
  if (policy !== undefined) headers.set("content-security-policy", policy);
  return { request: { headers } };
}

// Static files alone go past it. An address among them that climbs out of their folder does not, for
// Next would take it for a page.
export const config = {
  matcher: ["/((?!_next/static/(?!.*(?:%2[fF]|%5[cC]|\\.\\.))).*)"],
};
