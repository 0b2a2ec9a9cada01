type Props = { country: string; width?: number | undefined };

/** An ornament beside the name of a country, never instead of it. */
export function Flag({ country, width = 24 }: Props) {
  return (
    // biome-ignore lint/performance/noImgElement: a drawing of a few hundred bytes needs no optimizer.
    <img
      src={`/flags/${country.toLowerCase()}.svg`}
      alt=""
      width={width}
      height={(width * 2) / 3}
      loading="lazy"
      decoding="async"
      className="shrink-0 rounded-xs border border-line"
    />
  );
}
