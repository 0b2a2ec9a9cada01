/** The sentences of the catalogue in one language. */
export type CatalogWords = typeof import("@/messages/en/catalog.json");

export type BrowseWords = Pick<CatalogWords, "browse" | "tile" | "kinds" | "categories" | "search">;
