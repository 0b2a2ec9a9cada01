import {
  clampChroma,
  converter,
  differenceEuclidean,
  formatHex,
  interpolate,
  parse,
  wcagContrast,
} from "culori";
import { PALETTE } from "../../styles/palette";
import type { Shop } from "./schema";

type ThemeName = "light" | "dark";
type Palette = Readonly<Record<string, string>>;
type Pair = { on: string; token: string; least: number };

const TEXT = 4.5;
/** Borders of fields and other signs that must be seen to use the page. */
const SIGN = 3;

const pairs = (least: number, tokens: string, ...grounds: string[]): Pair[] =>
  tokens.split(" ").flatMap((token) => grounds.map((on) => ({ token, on, least })));

/** What stands on what: each of these is somewhere on a page. */
const PAIRS: readonly Pair[] = [
  ...pairs(TEXT, "ink muted", "canvas", "surface", "sunken"),
  ...pairs(TEXT, "ink", "brandSoft", "okSoft", "warnSoft", "dangerSoft"),
  ...pairs(TEXT, "brand", "canvas", "surface"),
  ...pairs(TEXT, "onBrand", "brand", "brandHover"),
  ...pairs(TEXT, "onHeader", "header"),
  ...pairs(TEXT, "onHero", "hero"),
  ...pairs(TEXT, "ok", "surface", "okSoft"),
  ...pairs(TEXT, "warn", "surface", "warnSoft"),
  ...pairs(TEXT, "danger", "canvas", "surface", "dangerSoft"),
  ...pairs(TEXT, "onDanger", "danger"),
  ...pairs(SIGN, "lineStrong", "canvas", "surface"),
];

const mix = (one: string, share: number, other: string): string =>
  formatHex(interpolate([other, one], "rgb")(share)) ?? one;

/** All colours of a theme: the shop's, the defaults, and what tokens.css derives from them. */
function resolve(own: Palette, name: ThemeName): Palette {
  const base = { ...PALETTE[name], ...own };
  const isDay = name === "light";
  return {
    brandHover: mix(base.brand, 0.86, isDay ? "black" : "white"),
    brandSoft: mix(base.brand, isDay ? 0.08 : 0.14, base.surface),
    header: base.surface,
    onHeader: base.ink,
    hero: base.canvas,
    onHero: base.ink,
    ...base,
  };
}

export type ContrastFault = {
  theme: ThemeName;
  token: string;
  color: string;
  on: string;
  ground: string;
  ratio: number;
  least: number;
  /** The nearest colour with which the pair is readable, for the side that the shop chose. */
  better: { token: string; color: string } | undefined;
};

/** Every pair that a shop's colours make hard to read (WCAG 2.2 AA). */
export function contrastFaults({ light, dark }: Pick<Shop["theme"], ThemeName>): ContrastFault[] {
  return [...faultsOf(defined(light), "light"), ...faultsOf(defined(dark), "dark")];
}

function faultsOf(own: Palette, theme: ThemeName): ContrastFault[] {
  const all = resolve(own, theme);
  return PAIRS.flatMap(({ token, on, least }) => {
    const [color = "", ground = ""] = [all[token], all[on]];
    const ratio = wcagContrast(color, ground);
    if (ratio >= least) return [];
    // The text is what gives way, unless it is only the ground that the shop chose.
    const side = own[token] === undefined && own[on] !== undefined ? on : token;
    const other = side === on ? color : ground;
    const nearest = nearestReadable(side === on ? ground : color, other, least);
    const better = nearest === undefined ? undefined : { token: side, color: nearest };
    return [{ theme, token, color, on, ground, ratio, least, better }];
  });
}

const toOklch = converter("oklch");
const distance = differenceEuclidean("oklab");
const STEPS = 400;

/** The colour of the same hue that is nearest to one and readable on another. */
export function nearestReadable(color: string, on: string, least: number): string | undefined {
  const start = toOklch(parse(color));
  if (!start) return undefined;
  const candidates = Array.from({ length: STEPS + 1 }, (_, step) =>
    formatHex(clampChroma({ ...start, l: step / STEPS }, "oklch")),
  ).filter((candidate) => wcagContrast(candidate, on) >= least);
  return candidates.sort((left, right) => distance(color, left) - distance(color, right))[0];
}

/** One line for a fault, in the words of shop.json. */
export function contrastLine({ theme, token, color, on, ground, ...rest }: ContrastFault): string {
  const { ratio, least, better } = rest;
  const shown = Math.floor(ratio * 100) / 100;
  const advice = better ? `; the nearest ${better.token} that passes is ${better.color}` : "";
  return `theme.${theme}: ${token} ${color} on ${on} ${ground} has contrast ${shown}, less than ${least}${advice}`;
}

function defined(palette: Shop["theme"]["light"]): Palette {
  return Object.fromEntries(
    Object.entries(palette).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
