type Words = typeof import("@/messages/en/doctor.json");

export type Level = "ok" | "warning" | "wrong";
export type Check = keyof Words["checks"];
export type Saying = keyof Words["says"];
export type Values = Readonly<Record<string, string | number>>;

/** One line of the report: which check, how it went, and what it says, as keys of messages/. */
export type Finding = { check: Check; level: Level; says: Saying; values: Values };

const made =
  (level: Level) =>
  (check: Check, says: Saying, values: Values = {}): Finding => ({ check, level, says, values });

export const ok = made("ok");
export const warning = made("warning");
export const wrong = made("wrong");
