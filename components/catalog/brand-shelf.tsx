import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { SoftLink } from "@/components/ui/soft-link";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locales";
import { BrandTile } from "./brand-tile";
import type { CatalogWords } from "./catalog-words";
import type { TileBrand } from "./tile-brand";

type Props = {
  id: string;
  title: string;
  brands: readonly TileBrand[];
  country: string;
  locale: Locale;
  words: CatalogWords;
  /** Where the rest of the row stands. */
  allHref?: string | undefined;
  /** Whether the row is on the first screen. */
  first?: boolean | undefined;
};

/** A row of brands: swiped on a phone, one line of six on a wide screen. */
export function BrandShelf(props: Props) {
  const { id, title, brands, country, locale, words, allHref, first } = props;
  const heading = `row-${id}`;
  return (
    <section aria-labelledby={heading}>
      <div className="mb-3 flex items-center justify-between gap-4">
        <h2 id={heading} className="font-semibold text-xl">
          {title}
        </h2>
        {allHref ? (
          <SoftLink
            href={allHref}
            aria-label={fill(words.home.rowAllLabel, { title })}
            className="-me-2 inline-flex min-h-11 shrink-0 items-center gap-1 rounded-field px-2 font-medium text-brand hover:underline"
          >
            {words.home.rowAll}
            <Icon name="arrow" size={16} />
          </SoftLink>
        ) : null}
      </div>
      <ul
        className={classNames(
          "shelf -mx-4 px-4 pb-1 sm:-mx-6 sm:px-6 lg:mx-0 lg:px-0",
          !first && "later",
        )}
      >
        {brands.map((brand) => (
          <li key={brand.slug} className="min-w-0">
            <BrandTile brand={brand} country={country} locale={locale} words={words.tile} />
          </li>
        ))}
      </ul>
    </section>
  );
}
