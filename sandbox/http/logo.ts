import { pickNumber } from "../data/random";

const escapeText = (text: string): string =>
  text.replace(/[<>&"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** A coin's icon: its first letter on a disc. */
export function iconSvg(file: string): string | undefined {
  const name = /^([a-z]{2,8})_32x32\.png$/.exec(file)?.[1];
  if (!name) return undefined;
  const hue = pickNumber(`icon|${name}`, 360);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32"><circle cx="16" cy="16" r="16" fill="hsl(${hue} 55% 40%)"/><text x="16" y="22" font-family="Arial,sans-serif" font-size="16" font-weight="700" text-anchor="middle" fill="#fff">${name.charAt(0).toUpperCase()}</text></svg>`;
}

/** A drawn wordmark, in one of several styles, on the colour that the brand's tile has. */
export function logoSvg(file: string): string | undefined {
  const match = /^(.+)~([0-9a-fA-F]{6})~[0-9a-f]{2}(?:_(500)x318|_(300)x190)?\.(?:webp|jpg)$/.exec(
    file,
  );
  if (!match) return undefined;
  const slug = decoded(match[1] ?? "");
  if (slug === undefined) return undefined;
  const [, , hex = "000000", middle, small] = match;
  const width = Number(small ?? middle ?? 500);
  const name = slug
    .split("-")
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
  const light =
    Number.parseInt(hex.slice(0, 2), 16) * 0.299 +
      Number.parseInt(hex.slice(2, 4), 16) * 0.587 +
      Number.parseInt(hex.slice(4, 6), 16) * 0.114 >
    150;
  const ink = light ? "#111111" : "#ffffff";
  const style = pickNumber(`style|${match[1]}`, 4);
  const font = [
    "Georgia,serif",
    "Verdana,sans-serif",
    "Trebuchet MS,sans-serif",
    "Arial,sans-serif",
  ][style];
  const words = name.length > 12 ? name.split(" ") : [name];
  const half = Math.ceil(words.length / 2);
  const lines =
    words.length > 1 ? [words.slice(0, half).join(" "), words.slice(half).join(" ")] : words;
  const longest = Math.max(...lines.map((line) => line.length));
  const size = Math.min(64, Math.floor((400 / Math.max(4, longest)) * 1.55));
  const shapes = [
    `<circle cx="250" cy="92" r="34" fill="${ink}" opacity=".9"/><circle cx="263" cy="84" r="30" fill="#${hex}"/>`,
    `<path d="M214 114l36-56 36 56z" fill="${ink}" opacity=".9"/>`,
    `<rect x="218" y="62" width="64" height="18" rx="9" fill="${ink}" opacity=".9"/><rect x="218" y="90" width="40" height="18" rx="9" fill="${ink}" opacity=".6"/>`,
    "",
  ];
  const top = (shapes[style] === "" ? 159 : 186) - (lines.length - 1) * size * 0.55;
  const texts = lines.map(
    (line, index) =>
      `<text x="250" y="${Math.round(top + index * size * 1.1 + size * 0.35)}" font-size="${size}" font-family="${font}" font-weight="700" letter-spacing="${style === 1 ? 2 : -0.5}" text-anchor="middle" fill="${ink}">${escapeText(style === 1 ? line.toUpperCase() : line)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 500 318" width="${width}" height="${width === 300 ? 190 : 318}"><rect width="500" height="318" fill="#${hex}"/>${shapes[style]}${texts.join("")}</svg>`;
}
