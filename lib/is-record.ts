/** Whether a value of unknown shape is an object with named members, and no list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The members of a value of unknown shape; none of one that can have none. */
export const membersOf = (value: unknown): Record<string, unknown> =>
  isRecord(value) ? value : {};
