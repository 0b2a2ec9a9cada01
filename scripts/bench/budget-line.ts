/** A figure beside what was promised of it. */
export type Line = { what: string; seen: number; limit: number; atLeast?: true };

/** `NaN` misses every limit: a figure that could not be read is no good figure. */
export const isMissed = ({ seen, limit, atLeast }: Line): boolean =>
  !(atLeast ? seen >= limit : seen <= limit);

export const ratio = (value: number, to: number) => Math.round((value / to) * 1000) / 1000;
