type Rules = {
  /** Members that may be absent. */
  optional?: readonly string[];
  /** Members that may be null. */
  nullable?: readonly string[];
  /** Other values that a member is known to have, when they differ in type or format. */
  also?: Readonly<Record<string, readonly unknown[]>>;
};

const rulesOf = new WeakMap<object, Rules>();

/** A body written by hand from the recorded contract, and how far an answer may differ from it. */
export function sample<T extends object>(value: T, rules: Rules = {}): T {
  rulesOf.set(value, rules);
  return value;
}

/** Formats that a string keeps: an amount may not become a word, nor a number of seconds a date. */
const FORMATS: readonly (readonly [string, RegExp])[] = [
  ["uuid", /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/],
  ["epoch seconds", /^1\d{9}$/],
  ["decimal", /^\d+(\.\d+)?$/],
  ["url", /^https?:\/\//],
  ["colour", /^#[0-9a-fA-F]{6}$/],
  ["email", /^[^\s@]+@[^\s@]+\.[^\s@]+$/],
];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const typeOf = (value: unknown): string =>
  value === null ? "null" : Array.isArray(value) ? "array" : typeof value;

/** Every way in which `actual` has not the shape of `expected`; empty when it has. */
export function differences(actual: unknown, expected: unknown, path = "$"): string[] {
  if (typeOf(actual) !== typeOf(expected)) {
    return [`${path}: ${typeOf(actual)} instead of ${typeOf(expected)}`];
  }
  if (Array.isArray(actual) && Array.isArray(expected)) {
    return actual.flatMap((item, index) => closest(item, expected, `${path}[${index}]`));
  }
  if (isRecord(actual) && isRecord(expected)) return memberDifferences(actual, expected, path);
  if (typeof actual === "string" && typeof expected === "string") {
    const [format, pattern] = FORMATS.find(([, candidate]) => candidate.test(expected)) ?? [];
    if (pattern && !pattern.test(actual)) return [`${path}: "${actual}" is no ${format}`];
  }
  return [];
}

function memberDifferences(
  actual: Record<string, unknown>,
  expected: Record<string, unknown>,
  path: string,
): string[] {
  const { optional = [], nullable = [], also = {} } = rulesOf.get(expected) ?? {};
  const unknown = Object.keys(actual).filter((key) => !Object.hasOwn(expected, key));
  return [
    ...unknown.map((key) => `${path}.${key}: not in the contract`),
    ...Object.entries(expected).flatMap(([key, value]) => {
      if (!Object.hasOwn(actual, key)) {
        return optional.includes(key) ? [] : [`${path}.${key}: absent`];
      }
      if (actual[key] === null && nullable.includes(key)) return [];
      return closest(actual[key], [value, ...(also[key] ?? [])], `${path}.${key}`);
    }),
  ];
}

/** The differences from the alternative that comes nearest. */
function closest(actual: unknown, alternatives: readonly unknown[], path: string): string[] {
  if (alternatives.length === 0) return [`${path}: nothing is known of this member`];
  return alternatives
    .map((alternative) => differences(actual, alternative, path))
    .reduce((best, candidate) => (candidate.length < best.length ? candidate : best));
}
