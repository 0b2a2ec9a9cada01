"use client";

import { useCallback, useEffect, useLayoutEffect, useState } from "react";
import { type BrowseFilters, NO_FILTERS, parseFilters, writeFilters } from "./browse-filters";

/** Browsers refuse more than a hundred address changes in half a minute. */
const WRITE_DELAY_MS = 250;

/**
 * The filters and the page's address, each following the other. The server's page is the same for all
 * addresses, so what the address says is taken up as soon as the page is alive.
 */
export function useBrowseFilters(): [BrowseFilters, (next: BrowseFilters) => void] {
  const [filters, setFilters] = useState<BrowseFilters>(NO_FILTERS);
  const [isTouched, setTouched] = useState(false);

  // In the same breath: whoever types right then would be overruled by an address read a moment later.
  useLayoutEffect(() => {
    const read = () => {
      setTouched(false);
      setFilters(parseFilters(window.location.search));
    };
    read();
    window.addEventListener("popstate", read);
    return () => window.removeEventListener("popstate", read);
  }, []);

  useEffect(() => {
    if (!isTouched) return;
    const timer = setTimeout(() => {
      const { pathname, search, hash } = window.location;
      window.history.replaceState(null, "", pathname + writeFilters(filters, search) + hash);
    }, WRITE_DELAY_MS);
    return () => clearTimeout(timer);
  }, [filters, isTouched]);

  const change = useCallback((next: BrowseFilters) => {
    setTouched(true);
    setFilters(next);
  }, []);
  return [filters, change];
}
