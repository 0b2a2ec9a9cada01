import { readFileSync } from "node:fs";
import { z } from "zod";
import { isCountryCode } from "../../lib/catalog/countries";
import { isLocale } from "../../lib/i18n/locales";
import { color, origin } from "../../lib/shop/schema-parts";

const text = (max: number) => z.string().trim().min(1, { error: "is needed" }).max(max);

/** A logo is read when it is named, so that a wrong path is said before anything is written. */
const logo = z.string().transform((path, context) => {
  const ending = /\.(svg|png)$/i.exec(path)?.[1]?.toLowerCase();
  try {
    if (ending === "svg" || ending === "png")
      return { ending, content: readFileSync(path) } as const;
    context.addIssue({ code: "custom", message: "must be an SVG or PNG file" });
  } catch {
    context.addIssue({ code: "custom", message: "cannot be read" });
  }
  return z.NEVER;
});

/** What a new shop is made of. Each answer is a flag of the same name, too. */
export const answersSchema = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, {
    error: "must be lower case letters, digits and hyphens",
  }),
  name: text(60),
  url: origin,
  email: z.email({ error: "must be an e-mail address" }),
  entity: text(120).optional(),
  address: text(300).optional(),
  logo: logo.optional(),
  brand: color.optional(),
  country: z
    .string()
    .toUpperCase()
    .refine(isCountryCode, { error: "must be a country that upstream sells in, such as US" })
    .default("US"),
  locale: z.string().refine(isLocale, { error: "must be a language of the pages" }).default("en"),
  coin: z
    .string()
    .regex(/^[A-Za-z0-9.]{2,12}$/, { error: "must be a coin such as USDC" })
    .default("USDC"),
  network: text(60).default("Solana"),
});

export type Answers = z.infer<typeof answersSchema>;
export type Question = keyof Answers;
export type RawAnswers = Partial<Record<Question, string>>;

/** What is wrong with an answer, or `undefined`. */
export function faultOf(question: Question, value: string): string | undefined {
  const result = answersSchema.shape[question].safeParse(value === "" ? undefined : value);
  return result.success ? undefined : (result.error.issues[0]?.message ?? "is not right");
}

/** @returns the answers, or one line for each that is missing or wrong, by its flag. */
export function readAnswers(
  raw: RawAnswers,
): { ok: true; answers: Answers } | { ok: false; faults: string[] } {
  const result = answersSchema.safeParse(raw);
  if (result.success) return { ok: true, answers: result.data };
  const faults = result.error.issues.map(({ path, message }) => {
    const question = String(path[0]) as Question;
    return `--${question} ${raw[question] === undefined ? "is needed" : message}`;
  });
  return { ok: false, faults };
}
