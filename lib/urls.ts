import type { Locale } from "./i18n/locales";

const lower = (country: string): string => country.toLowerCase();

export const homePath = (locale: Locale): string => `/${locale}`;
export const countryPath = (locale: Locale, country: string): string =>
  `/${locale}/${lower(country)}`;
export const browsePath = (locale: Locale, country: string): string =>
  `${countryPath(locale, country)}/browse`;
export const brandPath = (locale: Locale, country: string, slug: string): string =>
  `${countryPath(locale, country)}/${slug}`;
export const ordersPath = (locale: Locale): string => `/${locale}/orders`;
export const orderPath = (locale: Locale, reference: string): string =>
  `${ordersPath(locale)}/${reference}`;

type CheckoutChoice = {
  country: string;
  slug: string;
  denomination?: string;
  value?: string;
  coin?: string;
};

export function checkoutPath(locale: Locale, choice: CheckoutChoice): string {
  const query = new URLSearchParams({ c: choice.country, b: choice.slug });
  if (choice.denomination !== undefined) query.set("d", choice.denomination);
  if (choice.value !== undefined) query.set("v", choice.value);
  if (choice.coin !== undefined) query.set("coin", choice.coin);
  return `/${locale}/checkout?${query}`;
}
