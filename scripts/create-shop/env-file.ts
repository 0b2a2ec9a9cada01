/**
 * An environment file with values added. In a file that somebody keeps, what is set stays as it is; in a
 * fresh one, made of the example, every value takes its line.
 */
export function withVariables(
  file: string,
  values: Readonly<Record<string, string>>,
  { isFresh }: { isFresh: boolean },
): string {
  let lines = file === "" ? [] : file.replace(/\n$/, "").split("\n");
  for (const [name, value] of Object.entries(values)) {
    const isSet = lines.some((line) => new RegExp(`^${name}=.+`).test(line));
    if (isSet && !isFresh) continue;
    const at = lines.findIndex((line) => new RegExp(`^(?:# )?${name}=`).test(line));
    const line = `${name}=${value}`;
    lines = at < 0 ? [...lines, line] : lines.with(at, line);
  }
  return `${lines.join("\n")}\n`;
}
