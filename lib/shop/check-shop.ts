import { COUNTRY_CODES } from "../catalog/countries";
import { sellsIn, takesCoin, takesNetwork } from "./rules";
import type { Shop } from "./schema";

type Config = Omit<Shop, "id" | "url" | "revision">;
type Rule = (shop: Config) => string[];

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
  defaultsThatAreNotSold,
  featuredButHidden,
  noTimeToPay,
];

/** What is wrong with a shop whose every field is right by itself: one line each. */
export function checkShop(shop: Config): string[] {
  return RULES.flatMap((rule) => rule(shop));
}

/**
 * Languages that a shop writes in and this version of the program does not have. They are no fault: a
 * shop may be written for the next one.
 */
export function unknownLanguages(shop: Config, locales: readonly string[]): string[] {
  const unknown = (codes: string[]) => codes.filter((locale) => !locales.includes(locale));
  return [
    ...unknown([shop.defaults.locale]).map(
      (locale) => `defaults.locale ${locale} is not a language of the pages; ${locales[0]} is used`,
    ),
    ...localizedTexts(shop).flatMap(([path, texts]) =>
      unknown(Object.keys(texts ?? {})).map(
        (locale) => `${path}.${locale} is not a language of the pages, and is not used`,
      ),
    ),
  ];
}
