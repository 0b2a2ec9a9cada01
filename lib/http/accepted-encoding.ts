export type Encoding = "br" | "gzip";

/** The best form that a client can read; `undefined` is the plain one. */
export function acceptedEncoding(header: string | null): Encoding | undefined {
  const wanted = new Set(
    (header ?? "").split(",").flatMap((part) => {
      const [name = "", ...parameters] = part.split(";").map((word) => word.trim().toLowerCase());
      const refused = parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter));
      return refused ? [] : [name];
    }),
  );
  if (wanted.has("br")) return "br";
  return wanted.has("gzip") ? "gzip" : undefined;
}
