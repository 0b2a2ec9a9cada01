import { Badge } from "@/components/ui/badge";
import { SoftLink } from "@/components/ui/soft-link";
import type { Locale } from "@/lib/i18n/locales";
import { brandPath } from "@/lib/urls";
import { BrandLogo } from "./brand-logo";
import type { CatalogWords } from "./catalog-words";
import type { TileBrand } from "./tile-brand";

type Props = {
  brand: TileBrand;
  country: string;
  locale: Locale;
  words: CatalogWords["tile"];
};

const SIZES = "(min-width: 64rem) 190px, 46vw";

export function BrandTile({ brand, country, locale, words }: Props) {
  const { slug, name, priceLabel, mark } = brand;
  return (
    <SoftLink href={brandPath(locale, country, slug)} className="group block rounded-card">
      <span className="relative block">
        <BrandLogo
          brand={brand}
          sizes={SIZES}
          className={
            mark === "out" ? "opacity-60 grayscale" : "transition-shadow group-hover:shadow-raised"
          }
        />
        {mark ? (
          <Badge
            tone={mark === "out" ? "neutral" : mark === "sale" ? "danger" : "info"}
            className="absolute start-2 top-2"
          >
            {words[mark]}
          </Badge>
        ) : null}
      </span>
      <span className="mt-2 block font-medium [overflow-wrap:anywhere] group-hover:underline">
        {name}
      </span>
      <span className="block min-h-5 text-muted text-sm">
        <bdi>{priceLabel}</bdi>
      </span>
    </SoftLink>
  );
}
