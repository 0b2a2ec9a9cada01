const MAX_LANGUAGES = 20;

/** The tags of an Accept-Language header, the best liked first; equal ones keep their order, unwanted ones go. */
export function preferredLanguages(header: string | null): string[] {
  return (
    (header ?? "")
      .split(",")
      .slice(0, MAX_LANGUAGES)
      .map((entry) => {
        const [tag = "", ...parameters] = entry.split(";").map((part) => part.trim());
        const weight = parameters.map((text) => /^q=([\d.]+)$/.exec(text)?.[1]).find(Boolean);
        return { tag, weight: Number(weight ?? 1) };
      })
      // A weight of nothing means: not this one.
      .filter(({ weight }) => weight > 0)
      .sort((left, right) => right.weight - left.weight)
      .map(({ tag }) => tag)
  );
}
