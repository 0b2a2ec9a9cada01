type Plot = {
  title: string;
  unit: string;
  bars: Readonly<Record<string, number>>;
  /** The bar that the others are held against, by a line. */
  baseline: string;
};

const WIDTH = 640;
const ROW = 28;
const LEFT = 130;
const RIGHT = 90;

/** Bars with a line at the end of one of them. */
export function plotSvg({ title, unit, bars, baseline }: Plot): string {
  const rows = Object.entries(bars);
  const most = Math.max(...Object.values(bars));
  const length = (value: number) => Math.round((value / most) * (WIDTH - LEFT - RIGHT));
  const height = rows.length * ROW + 16;
  const x = LEFT + length(bars[baseline] ?? 0);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img">`,
    `<title>${title}</title>`,
    "<style>text{font:14px sans-serif;fill:#57606a}rect{fill:#0969da}line{stroke:#cf222e;stroke-dasharray:4 3}</style>",
    ...rows.map(([name, value], index) => {
      const y = 8 + index * ROW;
      return [
        `<text x="${LEFT - 8}" y="${y + 16}" text-anchor="end">${name}</text>`,
        `<rect x="${LEFT}" y="${y + 2}" width="${length(value)}" height="${ROW - 8}" rx="3"/>`,
        `<text x="${LEFT + length(value) + 8}" y="${y + 16}">${value} ${unit}</text>`,
      ].join("\n");
    }),
    `<line x1="${x}" x2="${x}" y1="4" y2="${height - 4}"/>`,
    "</svg>",
    "",
  ].join("\n");
}
