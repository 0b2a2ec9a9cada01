import { useEffect, useState } from "react";
import type { SoldElsewhere } from "@/lib/contract/search";
import { findElsewhere } from "./load-search";

const DEBOUNCE_MS = 400;
const SHORTEST = 3;

/** Where else a brand is sold, asked when it is not found here. */
export function useElsewhere(country: string, query: string, wanted: boolean): SoldElsewhere[] {
  const [answer, setAnswer] = useState<{ query: string; found: SoldElsewhere[] }>();
  const question = wanted && query.length >= SHORTEST ? query : "";
  useEffect(() => {
    if (question === "") return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      void findElsewhere(country, question, abort.signal).then((found) => {
        if (!abort.signal.aborted) setAnswer({ query: question, found });
      });
    }, DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [country, question]);
  return question !== "" && answer?.query === question ? answer.found : [];
}
