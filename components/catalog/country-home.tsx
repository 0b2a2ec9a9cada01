import { ButtonLink } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import type { Category } from "@/lib/contract/catalog";
import { categoryName } from "@/lib/i18n/category-name";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locales";
import { browsePath, categoryPath } from "@/lib/urls";
import { SearchBox } from "../search/search-box";
import { BrandShelf } from "./brand-shelf";
import type { CatalogWords } from "./catalog-words";
import { CategoryChips } from "./category-chips";
import { CountryEyebrow } from "./country-eyebrow";
import { EmptyCountry } from "./empty-country";
import type { TileBrand } from "./tile-brand";
import { TrustList } from "./trust-list";

/** More would make the page long without helping anybody find anything. */
const MAX_ROWS = 8;
const MAX_CATEGORIES = 16;

type Row = { key: string; title?: string | undefined; brands: TileBrand[] };

type Props = {
  country: { code: string; name: string };
  locale: Locale;
  words: CatalogWords;
  total: number;
  categories: readonly Category[];
  rows: readonly Row[];
  /** Whether what the page says of USDC on Solana is true of this shop. */
  takesUsdc: boolean;
  /** Changes with the shop, so that no cache answers for another configuration. */
  revision: string;
  /** The shop's own words for the opening, where it has some, and whether they stand on a ground. */
  opening?: { title?: string | undefined; text?: string | undefined; hasGround?: boolean };
};

export function CountryHome(props: Props) {
  const { country, locale, words, total, categories, rows, revision, opening } = props;
  const { home } = words;
  const values = { country: country.name };
  if (total === 0) {
    return <EmptyCountry country={country.name} locale={locale} words={home} />;
  }
  const browse = browsePath(locale, country.code);
  const known = new Set(categories.map(({ key }) => key));
  const [first, ...rest] = rows.slice(0, MAX_ROWS);
  const shelf = (row: Row, isFirst: boolean) => (
    <BrandShelf
      key={row.key}
      id={row.key}
      title={rowTitle(row, words, known)}
      brands={row.brands}
      country={country.code}
      locale={locale}
      words={words}
      allHref={known.has(row.key) ? categoryPath(locale, country.code, row.key) : browse}
      first={isFirst}
    />
  );
  return (
    <div className="mx-auto grid w-full grid-cols-[minmax(0,1fr)] max-w-page gap-10 px-4 py-8 sm:gap-12 sm:px-6 sm:py-12">
      <header
        className={classNames(
          "grid gap-8 lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-12",
          opening?.hasGround && "hero-own",
        )}
      >
        <div className="grid content-start justify-items-start gap-4 sm:gap-5">
          <div className="hero-words grid gap-4 sm:gap-5">
            <CountryEyebrow country={country} />
            <h1 className="-mt-2 max-w-[18ch] font-bold text-3xl sm:text-4xl">
              {opening?.title ?? home.title}
            </h1>
            <p className="max-w-[44ch] text-lg text-muted">{opening?.text ?? home.text}</p>
          </div>
          <SearchBox
            country={country}
            locale={locale}
            revision={revision}
            label={fill(home.searchLabel, values)}
            placeholder={fill(home.searchPlaceholder, { count: total }, locale)}
            words={{ ...words.search, kinds: words.kinds }}
          />
        </div>
        <div className="hero-aside">
          <TrustList words={home.trust} takesUsdc={props.takesUsdc} />
        </div>
      </header>
      {first ? shelf(first, true) : null}
      {rest.map((row) => shelf(row, false))}
      <CategoryChips
        categories={categories.slice(0, MAX_CATEGORIES)}
        country={country.code}
        locale={locale}
        words={words}
      />
      <ButtonLink href={browse} variant="secondary" size="lg" className="justify-self-start">
        {fill(home.allBrands, { count: total }, locale)}
      </ButtonLink>
    </div>
  );
}

/** Our own words where we have them; upstream's title is in one language only. */
function rowTitle(row: Row, words: CatalogWords, categories: ReadonlySet<string>): string {
  const { popular, featured } = words.home;
  const own: Readonly<Record<string, string>> = { popular, featured };
  const name = own[row.key];
  if (name !== undefined) return name;
  if (categories.has(row.key) || row.title === undefined) {
    return categoryName(row.key, words.categories);
  }
  return row.title;
}
