/** Messages that are one and the same in every language: names, units and signs. */
export const SAME_IN_EVERY_LANGUAGE: readonly string[] = [];

/** Words that a language happens to share with the first one. */
export const SAME_IN_SOME: Readonly<Record<string, readonly string[]>> = {};
