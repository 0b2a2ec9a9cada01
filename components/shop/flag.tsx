/** An ornament beside the name of a country, never instead of it. */
export function Flag({ country }: { country: string }) {
  return (
    // biome-ignore lint/performance/noImgElement: a drawing of a few hundred bytes needs no optimizer.
    <img
      src={`/flags/${country.toLowerCase()}.svg`}
      alt=""
      width={24}
      height={16}
      loading="lazy"
      decoding="async"
      className="shrink-0 rounded-xs border border-line"
    />
  );
}
