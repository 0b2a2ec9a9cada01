import { useEffect, useMemo, useState } from "react";
import { type Find, loadSearch, type SearchPlace } from "./load-search";

const NONE: readonly string[] = [];

/** The brands that a question may mean though it is written otherwise; none until the index is there. */
export function useAlike(
  { country, locale, revision }: SearchPlace,
  query: string,
): readonly string[] {
  const [find, setFind] = useState<Find>();
  const isWanted = query.length > 2;
  useEffect(() => {
    if (!isWanted) return;
    let isGone = false;
    loadSearch({ country, locale, revision }).then(
      (loaded) => isGone || setFind(() => loaded),
      // Without the index the search is by letters alone.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [country, locale, revision, isWanted]);
  const alike = useMemo(
    () => (find && isWanted ? find(query).map(({ slug }) => slug) : NONE),
    [find, isWanted, query],
  );
  return alike;
}
