/** The ids of a field's hint and error, as `Field` writes them, for the control they explain. */
export function describedBy(
  id: string,
  parts: { hint?: unknown; error?: unknown },
): { "aria-describedby"?: string; "aria-invalid"?: true } {
  const ids = [parts.hint ? `${id}-hint` : "", parts.error ? `${id}-error` : ""].filter(Boolean);
  return {
    ...(ids.length > 0 ? { "aria-describedby": ids.join(" ") } : {}),
    ...(parts.error ? { "aria-invalid": true } : {}),
  };
}
