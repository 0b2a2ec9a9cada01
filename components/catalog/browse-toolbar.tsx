import { useLayoutEffect, useRef } from "react";
import { SearchInput } from "@/components/ui/search-input";
import { Select } from "@/components/ui/select";
import type { Kind } from "@/lib/shop/kinds";
import type { BrowseFilters } from "./browse-filters";
import type { BrowseWords } from "./catalog-words";

type Props = {
  filters: BrowseFilters;
  onChange: (next: BrowseFilters) => void;
  kinds: readonly Kind[];
  categories: readonly { key: string; name: string }[];
  words: BrowseWords;
};

export function BrowseToolbar({ filters, onChange, kinds, categories, words }: Props) {
  const { browse } = words;
  const set = (part: Partial<BrowseFilters>) => onChange({ ...filters, ...part });
  const search = useRef<HTMLInputElement>(null);
  const typed = useRef("");
  useLayoutEffect(() => {
    // The address may fill a field that somebody has entered meanwhile, who would type on behind it.
    const isTyped = typed.current === filters.q;
    if (!isTyped && document.activeElement === search.current) search.current?.select();
    typed.current = filters.q;
  }, [filters.q]);
  return (
    <search className="grid gap-4">
      <div className="grid gap-3 md:grid-cols-[minmax(0,1fr)_14rem_12rem]">
        <div className="relative">
          <SearchInput
            ref={search}
            value={filters.q}
            onChange={(event) => {
              typed.current = event.target.value;
              set({ q: event.target.value });
            }}
            aria-label={browse.searchLabel}
            placeholder={browse.searchPlaceholder}
            enterKeyHint="search"
          />
        </div>
        <div className="grid grid-cols-2 gap-3 md:contents">
          <Select
            value={filters.category}
            onChange={(event) => set({ category: event.target.value })}
            aria-label={browse.categoryLabel}
          >
            <option value="">{browse.categoryAll}</option>
            {categories.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </Select>
          <Select
            value={filters.sort}
            onChange={(event) => set({ sort: event.target.value === "name" ? "name" : "featured" })}
            aria-label={browse.sortLabel}
          >
            <option value="featured">{browse.sortFeatured}</option>
            <option value="name">{browse.sortName}</option>
          </Select>
        </div>
      </div>
      {kinds.length > 1 ? (
        <fieldset className="flex flex-wrap gap-2">
          <legend className="sr-only">{browse.kindLabel}</legend>
          {(["all", ...kinds] as const).map((kind) => (
            <label
              key={kind}
              className="inline-flex min-h-11 cursor-pointer items-center rounded-full border border-line bg-surface px-4 font-medium hover:border-line-strong has-checked:border-brand has-checked:bg-brand has-checked:text-on-brand has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2"
            >
              <input
                type="radio"
                name="kind"
                value={kind}
                checked={filters.kind === kind}
                onChange={() => set({ kind })}
                className="sr-only"
              />
              {words.kinds[kind]}
            </label>
          ))}
        </fieldset>
      ) : null}
    </search>
  );
}
