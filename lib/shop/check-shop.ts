import { COUNTRY_CODES } from "../catalog/countries";
import { sellsIn, takesCoin, takesNetwork } from "./rules";
import type { Shop } from "./schema";

type Config = Omit<Shop, "id" | "url" | "revision">;
type Rule = (shop: Config, locales: readonly string[]) => string[];

/** Every text that a shop has in several languages, by its place in the file. */
function localizedTexts(shop: Config): [string, Readonly<Record<string, string>> | undefined][] {
  return [
    ["support.hours", shop.support.hours],
    ["home.title", shop.home.title],
    ["home.text", shop.home.text],
    ...shop.footer.links.map(({ label }, index): [string, Record<string, string>] => [
      `footer.links.${index}.label`,
      label,
    ]),
  ];
}

const unknownCountries: Rule = ({ catalogue, defaults }) => {
  const lists = {
    "catalogue.countries": catalogue.countries ?? [],
    "catalogue.hiddenCountries": catalogue.hiddenCountries,
    "defaults.country": [defaults.country],
  };
  return Object.entries(lists).flatMap(([path, codes]) =>
    codes
      .filter((code) => !COUNTRY_CODES.includes(code))
      .map((code) => `${path} ${code} is not a country that upstream sells in`),
  );
};

const unknownLanguages: Rule = (shop, locales) => [
  ...(locales.includes(shop.defaults.locale)
    ? []
    : [`defaults.locale must be one of ${locales.join(", ")}`]),
  ...localizedTexts(shop).flatMap(([path, texts]) =>
    Object.keys(texts ?? {})
      .filter((locale) => !locales.includes(locale))
      .map((locale) => `${path}.${locale} must be one of ${locales.join(", ")}`),
  ),
];

const defaultsThatAreNotSold: Rule = (shop) => {
  const { country, coin, network } = shop.defaults;
  return [
    ...(sellsIn(shop, country) ? [] : [`defaults.country ${country} is not sold in`]),
    ...(takesCoin(shop, coin) ? [] : [`defaults.coin ${coin} is not taken`]),
    ...(takesNetwork(shop, network) ? [] : [`defaults.network ${network} is not taken`]),
  ];
};

const featuredButHidden: Rule = ({ catalogue }) =>
  catalogue.featuredBrands
    .filter((name) => catalogue.hiddenBrands.includes(name))
    .map((name) => `catalogue.featuredBrands ${name} is a hidden brand`);

const noTimeToPay: Rule = ({ payment }) =>
  payment.marginMinutes < payment.windowMinutes
    ? []
    : ["payment.marginMinutes must be less than payment.windowMinutes"];

const RULES: readonly Rule[] = [
  unknownCountries,
  unknownLanguages,
  defaultsThatAreNotSold,
  featuredButHidden,
  noTimeToPay,
];

/** What is wrong with a shop whose every field is right by itself: one line each. */
export function checkShop(shop: Config, locales: readonly string[]): string[] {
  return RULES.flatMap((rule) => rule(shop, locales));
}
