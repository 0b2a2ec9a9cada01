import type * as z from "zod";

type Issue = z.core.$ZodIssue;

/** What is wrong with a shop.json, one line for each fault: its place and the rule. */
export function schemaFaults({ issues }: z.ZodError): string[] {
  return issues.flatMap((issue) => linesOf(issue, []));
}

function linesOf(issue: Issue, within: readonly PropertyKey[]): string[] {
  const path = [...within, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => `${placeOf([...path, key])} is not a field of shop.json`);
  }
  if (issue.code === "invalid_key") return issue.issues.flatMap((inner) => linesOf(inner, path));
  return [`${placeOf(path)} ${ruleOf(issue)}`];
}

const placeOf = (path: readonly PropertyKey[]): string =>
  path.length === 0 ? "(the whole)" : path.join(".");

/** The schema's own words where it has some; else what the library found, as a rule. */
function ruleOf(issue: Issue): string {
  switch (issue.code) {
    case "too_small":
      return issue.origin === "number"
        ? `must be ${issue.minimum} or more`
        : "must not be empty; leave the field out instead";
    case "too_big":
      return `must be ${sizeOf(issue.origin, issue.maximum)}`;
    case "invalid_type":
      return issue.input === undefined
        ? "is missing"
        : `must be ${NAMES[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `must be one of ${issue.values.join(", ")}`;
    case "invalid_format":
      return issue.format === "email" ? "must be an e-mail address" : issue.message;
    default:
      return issue.message;
  }
}

function sizeOf(origin: string, most: number | bigint): string {
  if (origin === "number") return `${most} or less`;
  return origin === "array" ? `${most} entries or fewer` : `${most} characters or fewer`;
}

const NAMES: Readonly<Record<string, string>> = {
  string: "a text",
  int: "a whole number",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "a group of fields in { }",
  record: "a group of fields in { }",
};
