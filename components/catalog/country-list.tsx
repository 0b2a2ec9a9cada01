import { Flag } from "@/components/shop/flag";
import { rememberCountry } from "@/components/shop/use-country";
import { classNames } from "@/components/ui/class-names";
import { initialLetter } from "@/lib/i18n/initial-letter";
import type { Locale } from "@/lib/i18n/locales";
import { countryPath } from "@/lib/urls";
import type { PickerCountry } from "./picker-country";

type Countries = { countries: readonly PickerCountry[]; locale: Locale };

/** All countries under their first letters, which the order of the language decides. */
export function CountryGroups({ countries, locale, title }: Countries & { title: string }) {
  const groups = groupByInitial(countries, locale);
  return (
    <section aria-labelledby="all-countries">
      <h2 id="all-countries" className="mb-4 font-semibold text-lg">
        {title}
      </h2>
      <div className="grid">
        {[...groups].map(([letter, members]) => (
          <div
            key={letter}
            className="grid grid-cols-[2rem_minmax(0,1fr)] border-line border-t py-2 [contain-intrinsic-size:auto_12rem] [content-visibility:auto]"
          >
            <h3 className="pt-2.5 font-semibold text-muted">{letter}</h3>
            <CountryList countries={members} locale={locale} />
          </div>
        ))}
      </div>
    </section>
  );
}

export function CountryList({ countries, locale }: Countries) {
  return (
    <ul className="grid gap-x-4 sm:grid-cols-2 lg:grid-cols-3">
      {countries.map((country) => (
        <CountryItem key={country.code} country={country} locale={locale} />
      ))}
    </ul>
  );
}

type ItemProps = { country: PickerCountry; locale: Locale; framed?: boolean };

/** A plain link: a country's page is a static document, and the choice is kept on this device. */
export function CountryItem({ country, locale, framed = false }: ItemProps) {
  const { code, name } = country;
  return (
    <li className="min-w-0">
      <a
        href={countryPath(locale, code)}
        onClick={() => rememberCountry(code)}
        className={classNames(
          "flex items-center gap-3 rounded-field",
          framed
            ? "min-h-14 border border-line bg-surface px-3 py-2 font-medium hover:border-line-strong sm:px-4"
            : "-mx-2 min-h-11 px-2 py-1.5 hover:bg-sunken",
        )}
      >
        <Flag country={code} />
        <span className="min-w-0 [overflow-wrap:anywhere]">{name}</span>
        {framed ? null : <span className="ms-auto text-muted text-xs">{code}</span>}
      </a>
    </li>
  );
}

function groupByInitial(
  countries: readonly PickerCountry[],
  locale: string,
): Map<string, PickerCountry[]> {
  const groups = new Map<string, PickerCountry[]>();
  for (const country of countries) {
    const letter = initialLetter(country.name, locale);
    const group = groups.get(letter);
    if (group) group.push(country);
    else groups.set(letter, [country]);
  }
  return groups;
}
