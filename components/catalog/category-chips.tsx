import { SoftLink } from "@/components/ui/soft-link";
import { categoryName } from "@/lib/i18n/category-name";
import type { Locale } from "@/lib/i18n/locales";
import { categoryPath } from "@/lib/urls";
import type { CatalogWords } from "./catalog-words";

type Props = {
  categories: readonly { key: string; count: number }[];
  country: string;
  locale: Locale;
  words: CatalogWords;
};

export function CategoryChips({ categories, country, locale, words }: Props) {
  return (
    <section aria-labelledby="categories-title">
      <h2 id="categories-title" className="mb-3 font-semibold text-xl">
        {words.home.categories}
      </h2>
      <ul className="flex flex-wrap gap-2">
        {categories.map(({ key, count }) => (
          <li key={key}>
            <SoftLink
              href={categoryPath(locale, country, key)}
              className="inline-flex min-h-11 items-center gap-2 rounded-full border border-line bg-surface px-4 font-medium hover:border-line-strong"
            >
              {categoryName(key, words.categories)}
              <span className="text-muted text-sm tabular-nums">{count}</span>
            </SoftLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
