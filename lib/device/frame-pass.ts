/**
 * What a page in a frame on another site may do. No cookie reaches the shop from there, so the page
 * holds its right in memory and sends it along; it ends with the page.
 */
let held: string | undefined;

export function holdFramePass(authorization: string): void {
  held = authorization;
}

/** The header that carries the right; none on the shop's own pages, which have cookies. */
export function framePassHeader(): Record<string, string> {
  return held === undefined ? {} : { authorization: held };
}

export function isFramed(): boolean {
  return held !== undefined;
}
