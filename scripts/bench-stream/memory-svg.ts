import { medianOf, OF_NAIVE_MEMORY, type Rounds } from "./stream-report";

const WIDTH = 640;
const ROW = 28;
const LEFT = 120;
const RIGHT = 80;

/** Bars of what a browser keeps on each path, with a line at what the shop promises. */
export function memorySvg(rounds: Rounds): string {
  const rows = Object.entries(rounds)
    .filter(([name]) => name !== "direct")
    .map(([name, all]) => ({ name, kb: medianOf(all, "kbPerBrowser") }));
  const most = Math.max(...rows.map(({ kb }) => kb));
  const length = (kb: number) => Math.round((kb / most) * (WIDTH - LEFT - RIGHT));
  const height = rows.length * ROW + 16;
  const bars = rows.map(({ name, kb }, index) => {
    const y = 8 + index * ROW;
    return [
      `<text x="${LEFT - 8}" y="${y + 16}" text-anchor="end">${name}</text>`,
      `<rect x="${LEFT}" y="${y + 2}" width="${length(kb)}" height="${ROW - 8}" rx="3"/>`,
      `<text x="${LEFT + length(kb) + 8}" y="${y + 16}">${kb.toFixed(0)} kB</text>`,
    ].join("\n");
  });
  const naive = rows.find(({ name }) => name === "Next, naive")?.kb ?? Number.NaN;
  const x = LEFT + length(naive * OF_NAIVE_MEMORY);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img">`,
    "<title>Resident memory of one more browser, in kB</title>",
    "<style>text{font:14px sans-serif;fill:#57606a}rect{fill:#0969da}line{stroke:#cf222e;stroke-dasharray:4 3}</style>",
    ...bars,
    `<line x1="${x}" x2="${x}" y1="4" y2="${height - 4}"/>`,
    "</svg>",
    "",
  ].join("\n");
}
