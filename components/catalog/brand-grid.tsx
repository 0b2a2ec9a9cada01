"use client";

import { memo, startTransition, useCallback, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { Locale } from "@/lib/i18n/locales";
import { BrandTile } from "./brand-tile";
import type { CatalogWords } from "./catalog-words";
import type { TileBrand } from "./tile-brand";

/** A page of tiles: few enough to be drawn within one keystroke's time on a slow phone. */
const STEP = 48;

/** How far each list was drawn, so that coming back from a brand finds the place again. */
const reached = new Map<string, number>();

type Props = {
  /** What the list answers to; another question starts at its first answers again. */
  question: string;
  brands: readonly TileBrand[];
  country: string;
  locale: Locale;
  words: CatalogWords["tile"];
  moreLabel: string;
};

/** Draws the first brands, and more of them as one comes near the end. */
export const BrandGrid = memo(function BrandGrid(props: Props) {
  const { question, brands, country, locale, words, moreLabel } = props;
  const list = `${country}${question}`;
  const [drawn, setDrawn] = useState({ list, limit: reached.get(list) ?? STEP });
  const limit = drawn.list === list ? drawn.limit : STEP;
  const more = useRef<HTMLDivElement>(null);
  const hasMore = limit < brands.length;

  const drawMore = useCallback(() => {
    reached.set(list, limit + STEP);
    startTransition(() => setDrawn({ list, limit: limit + STEP }));
  }, [list, limit]);

  // Made anew for each step, because an observer reports only changes: the end may still be in sight.
  useEffect(() => {
    if (!hasMore || !more.current) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) drawMore();
      },
      { rootMargin: "600px" },
    );
    observer.observe(more.current);
    return () => observer.disconnect();
  }, [hasMore, drawMore]);

  return (
    <>
      <ul className="grid grid-cols-2 gap-x-3 gap-y-5 sm:grid-cols-3 md:grid-cols-4 md:gap-x-4 md:gap-y-6 lg:grid-cols-6">
        {brands.slice(0, limit).map((brand) => (
          <BrandItem
            key={brand.slug}
            brand={brand}
            country={country}
            locale={locale}
            words={words}
          />
        ))}
      </ul>
      {hasMore ? (
        <div ref={more} className="flex justify-center">
          <Button variant="secondary" onClick={drawMore}>
            {moreLabel}
          </Button>
        </div>
      ) : null}
    </>
  );
});

type ItemProps = Omit<Props, "question" | "brands" | "moreLabel"> & {
  brand: TileBrand;
};

const BrandItem = memo(function BrandItem(props: ItemProps) {
  return (
    <li className="min-w-0 [contain-intrinsic-size:auto_11rem] [content-visibility:auto]">
      <BrandTile {...props} />
    </li>
  );
});
