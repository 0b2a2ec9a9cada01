import { code128 } from "bwip-js/generic";

/** Black bars on white, in modules: where each one begins and how wide it is. */
export type CodeBars = { width: number; bars: readonly { start: number; width: number }[] };

/**
 * The bars of a Code 128. The library's own drawing is replaced by one that only takes the bars down,
 * so that React draws them and no markup made elsewhere enters the page.
 */
export function codeBars(text: string): CodeBars {
  const bars: { start: number; width: number }[] = [];
  let width = 0;
  return code128(
    { bcid: "code128", text, scaleX: 1, scaleY: 1 },
    {
      scale: () => null,
      measure: () => ({ width: 0, ascent: 0, descent: 0 }),
      init: (whole) => {
        width = whole;
      },
      // A line is named by its middle; one of odd width has it half a module further on.
      line: (x, _top, _x, _bottom, lineWidth) => {
        bars.push({ start: x - Math.ceil(lineWidth / 2), width: lineWidth });
      },
      polygon: nothing,
      hexagon: nothing,
      ellipse: nothing,
      fill: nothing,
      text: nothing,
      end: () => ({ width, bars }),
    },
  );
}

const nothing = (): void => {};
