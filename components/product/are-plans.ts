import type { AmountOption } from "./amount-option";

/** Fewer plans are seen at a glance. */
const WORTH_SORTING = 4;

/** Whether the options are so many plans that they are ordered and narrowed. */
export const arePlans = (options: readonly AmountOption[]): boolean =>
  options.length >= WORTH_SORTING && options.every(({ measure }) => measure !== undefined);
