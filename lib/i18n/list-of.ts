/** Things one after another, between the commas of the language. */
export const listOf = (things: readonly string[], locale: string): string =>
  new Intl.ListFormat(locale, { type: "unit", style: "short" }).format(things);
