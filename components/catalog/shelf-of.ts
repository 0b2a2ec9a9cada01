import { KINDS, type Kind, kindOf } from "@/lib/shop/kinds";

/** The shelves of the pages are the kinds that a shop may sell. */
export const SHELVES = KINDS;
export type Shelf = Kind;
export const shelfOf = kindOf;
