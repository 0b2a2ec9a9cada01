"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { SearchSubmit } from "@/components/shop/search-submit";
import { SearchInput } from "@/components/ui/search-input";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locales";
import { brandPath, browsePath } from "@/lib/urls";
import type { CatalogWords } from "../catalog/catalog-words";
import { type Find, loadSearch } from "./load-search";
import { forgetSearches, recentSearches, rememberSearch } from "./recent-searches";
import { type Option, SearchOptionsList } from "./search-options-list";
import { SoldElsewhereLinks } from "./sold-elsewhere";
import { useElsewhere } from "./use-elsewhere";
import { useSlashKey } from "./use-slash-key";

type Props = {
  country: { code: string; name: string };
  locale: Locale;
  revision: string;
  label: string;
  placeholder: string;
  words: CatalogWords["search"] & { kinds: CatalogWords["kinds"] };
};

const MOST_HITS = 7;

/**
 * A field with suggestions, after the combobox pattern of the WAI-ARIA guide. Without a script it is a
 * form that leads to the page of all brands.
 */
export function SearchBox({ country, locale, revision, label, placeholder, words }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [find, setFind] = useState<Find>();
  const [recent, setRecent] = useState<string[]>([]);
  useSlashKey(field);

  const query = typed.trim();
  const hits = find && query !== "" ? find(query).slice(0, MOST_HITS) : [];
  const isMissed = find !== undefined && query.length > 2 && hits.length === 0;
  const elsewhere = useElsewhere(country.code, query, isMissed);
  const all = `${browsePath(locale, country.code)}?${new URLSearchParams({ q: query })}`;
  const options: Option[] =
    query === ""
      ? recent.map((text) => ({ key: text, label: text, note: "", query: text }))
      : [
          ...hits.map(({ slug, name, shelf }) => ({
            key: slug,
            label: name,
            note: words.kinds[shelf],
            href: brandPath(locale, country.code, slug),
          })),
          ...(hits.length > 0
            ? [{ key: "all", label: fill(words.all, { query }), note: "", href: all }]
            : []),
        ];
  const isShown = isOpen && options.length > 0;

  // The list of another question has no active entry yet.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question is what changes the list.
  useEffect(() => setActive(-1), [query]);

  const open = () => {
    setOpen(true);
    setRecent(recentSearches());
    loadSearch({ country: country.code, locale, revision }).then(
      (loaded) => setFind(() => loaded),
      // Without an index the form still leads to the page of all brands.
      () => undefined,
    );
  };
  const choose = (option: Option) => {
    if (option.query !== undefined) {
      setTyped(option.query);
      field.current?.focus();
      return;
    }
    rememberSearch(query);
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && options.length > 0) {
      event.preventDefault();
      setOpen(true);
      // One place more than there are entries: the field itself.
      const places = options.length + 1;
      setActive(((active + 1 + step + places) % places) - 1);
    } else if (event.key === "Enter" && isShown && active >= 0) {
      event.preventDefault();
      document.getElementById(`${id}-${active}`)?.click();
    }
  };
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !isShown) return;
    event.preventDefault();
    // What is in the list goes away with it. To enter the field opens the list, so closing comes after.
    if (list.current?.contains(document.activeElement)) field.current?.focus();
    setOpen(false);
  };

  return (
    <search
      className="relative block w-full max-w-xl"
      onKeyDown={onEscape}
      // What the list itself offers is within reach of the keyboard as long as the list is open.
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false);
      }}
    >
      <form
        action={browsePath(locale, country.code)}
        method="get"
        className="relative"
        onSubmit={() => rememberSearch(query)}
      >
        <SearchInput
          ref={field}
          name="q"
          role="combobox"
          aria-label={label}
          aria-expanded={isShown}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={isShown && active >= 0 ? `${id}-${active}` : undefined}
          aria-keyshortcuts="/"
          title={words.shortcut}
          placeholder={placeholder}
          enterKeyHint="search"
          required
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setOpen(true);
          }}
          onFocus={open}
          onKeyDown={onKeyDown}
          className="min-h-14 pe-16 text-lg"
        />
        <SearchSubmit label={label} />
      </form>
      <SearchOptionsList
        ref={list}
        id={id}
        options={options}
        active={active}
        isShown={isShown}
        title={query === "" ? words.recent : words.suggestions}
        forget={
          query === ""
            ? {
                label: words.forget,
                run: () => {
                  forgetSearches();
                  setRecent([]);
                  field.current?.focus();
                },
              }
            : undefined
        }
        onChoose={choose}
      />
      <p role="status" className="sr-only">
        {isShown && query !== "" ? fill(words.count, { count: hits.length }, locale) : ""}
      </p>
      {isMissed ? (
        <div className="mt-3 grid gap-2 text-sm">
          <p role="status">{fill(words.none, { country: country.name })}</p>
          <SoldElsewhereLinks found={elsewhere} locale={locale} words={words} />
        </div>
      ) : null}
    </search>
  );
}
