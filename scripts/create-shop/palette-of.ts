import { nearestReadable } from "../../lib/shop/contrast";
import { PALETTE } from "../../styles/palette";

const TEXT = 4.5;
/** By night a colour has to carry text and lie beside it: a little more than the least. */
const COMFORTABLE = 6;

/** The two themes of a colour: kept as it is where it can be read, else its nearest that can. */
export function paletteOf(wish: string) {
  const { light, dark } = PALETTE;
  const day = readableOn(wish, [light.canvas, light.surface], TEXT);
  const night = readableOn(wish, [dark.canvas, dark.surface], COMFORTABLE);
  return {
    light: { brand: day, onBrand: onTop(day, light.surface) },
    dark: { brand: night, onBrand: onTop(night, dark.canvas) },
  };
}

/** Each ground asks for its own change; after two rounds the colour suits them all. */
function readableOn(color: string, grounds: readonly string[], least: number): string {
  return [...grounds, ...grounds].reduce(
    (current, ground) => nearestReadable(current, ground, least) ?? current,
    color.toLowerCase(),
  );
}

/** A button is a little darker or lighter while the pointer is on it, so its text needs some more. */
const onTop = (ground: string, wish: string): string => nearestReadable(wish, ground, TEXT) ?? wish;
