import "server-only";
import { allEnvironment } from "../env/server";
import { isLocale, LOCALES } from "../i18n/locales";
import { isLoopback } from "../is-loopback";
import { readShops, shopsInput } from "../shop/read-shops";
import type { Shop } from "../shop/schema";
import { store } from "../store/current-store";
import { browsePath } from "../urls";
import { appVersion } from "../version";
import { checkConfig } from "./check-config";
import { checkContrast } from "./check-contrast";
import { checkLegal } from "./check-legal";
import { checkPartner } from "./check-partner";
import { checkShops } from "./check-shops";
import { checkStore } from "./check-store";
import { examineAddress } from "./examine-address";
import { examineUpstream } from "./examine-upstream";
import { type Finding, warning } from "./finding";

type Options = {
  /** Where the running shop is opened; without it nothing is said about what stands in front of it. */
  url?: string | undefined;
};

/** Everything that can be told of a set-up without buying anything. */
export async function examine({ url }: Options): Promise<Finding[]> {
  const environment = allEnvironment();
  const { findings: config, env } = checkConfig(environment);
  const input = shopsInput(environment, env?.SITE_URL, LOCALES);
  const read = readShops(input);
  // Beside the default shop, one of this machine is a sample or a draft: it has to be right, no more.
  const own = read.shops.filter(
    ({ shop }) => shop.id === input.defaultShop || !isLoopback(shop.url),
  );
  const shops = own.map(({ shop }) => shop);
  const looks = [
    ...checkShops(read, shops),
    ...shops.flatMap(checkContrast),
    ...own.flatMap(checkLegal),
  ];
  if (!env) return [...config, ...looks];
  const [state, partners, address] = await Promise.all([
    checkStore(store(), env.REDIS_URL === undefined ? "memory" : "redis"),
    examinePartners(shops, environment, env),
    url === undefined || shops.length === 0
      ? [warning("address", "address_none")]
      : examineAddress({ url, token: env.SETUP_TOKEN, pages: pagesOf(url, shops) }),
  ]);
  return [...config, ...looks, state, ...partners, ...address];
}

type Configured = { API_URL: string; SERVER_IP: string };

/** Each partner ID by what upstream answers to it. Shops that share one are examined once. */
async function examinePartners(
  shops: readonly Shop[],
  environment: Readonly<Record<string, string | undefined>>,
  { API_URL: api, SERVER_IP: ip }: Configured,
): Promise<Finding[]> {
  const version = appVersion();
  const byVariable = new Map(shops.map((shop) => [shop.partnerIdEnv, shop]));
  const parts = await Promise.all(
    [...byVariable.values()].map(async (shop) => {
      const value = environment[shop.partnerIdEnv];
      const before = checkPartner({ shop, value, refusedWith: null });
      if (!value || before.level === "wrong") return [before];
      const identity = { partnerId: value, version, ip, userAgent: `shop/${version}` };
      const { findings, refusedWith } = await examineUpstream({ api, identity, shop });
      return [checkPartner({ shop, value, refusedWith }), ...findings];
    }),
  );
  return parts.flat();
}

function pagesOf(url: string, shops: readonly Shop[]) {
  const { origin } = new URL(url);
  const shop = shops.find((candidate) => new URL(candidate.url).origin === origin) ?? shops[0];
  const own = shop?.defaults.locale;
  const locale = isLocale(own) ? own : LOCALES[0];
  return {
    catalogue: browsePath(locale, shop?.defaults.country ?? "US"),
    money: `/${locale}/orders`,
  };
}
