import { SoftLink } from "@/components/ui/soft-link";
import type { SoldElsewhere } from "@/lib/contract/search";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locales";
import { brandPath } from "@/lib/urls";
import type { CatalogWords } from "../catalog/catalog-words";

type Props = { found: readonly SoldElsewhere[]; locale: Locale; words: CatalogWords["search"] };

/** Leads to the countries where something is sold that this one does not have. */
export function SoldElsewhereLinks({ found, locale, words }: Props) {
  if (found.length === 0) return null;
  const names = new Intl.DisplayNames([locale], { type: "region" });
  return (
    <div className="grid gap-1" role="status">
      <p className="text-muted">{words.elsewhere}</p>
      <ul className="flex flex-wrap gap-x-5">
        {found.map(({ country, slug, name }) => (
          <li key={country}>
            <SoftLink
              href={brandPath(locale, country, slug)}
              className="inline-flex min-h-11 items-center text-brand underline underline-offset-4"
            >
              {fill(words.elsewhereLink, { brand: name, country: names.of(country) ?? country })}
            </SoftLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
