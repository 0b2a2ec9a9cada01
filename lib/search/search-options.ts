import type { Options } from "minisearch";
import type { Kind } from "../shop/kinds";
import { fold } from "./fold";

/** A brand as the index knows it; the last two come back with a hit. */
export type SearchEntry = {
  slug: string;
  name: string;
  family: string;
  topics: string;
  shelf: Kind;
};

/** How a hit comes back: enough to show it and to lead to it. */
export type SearchHit = Pick<SearchEntry, "slug" | "name" | "shelf">;

/**
 * Both sides must say the same: the server builds the index by it and the browser asks it. A word may
 * be begun, and be wrong in about one letter of five.
 */
export const SEARCH_OPTIONS: Options<SearchEntry> = {
  idField: "slug",
  fields: ["name", "family", "topics"],
  storeFields: ["name", "shelf"],
  tokenize: (text) => fold(text).split(" "),
  processTerm: (term) => term || null,
  searchOptions: {
    boost: { name: 4, family: 2 },
    prefix: true,
    fuzzy: (term) => (term.length > 3 ? 0.25 : false),
    maxFuzzy: 2,
    combineWith: "AND",
  },
};
