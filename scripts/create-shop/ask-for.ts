import { existsSync } from "node:fs";
import { join } from "node:path";
import { cancel, intro, isCancel, password, text } from "@clack/prompts";
import { PARTNER_ID } from "../../lib/env/partner-id";
import { LOCALES } from "../../lib/i18n/locales";
import { faultOf, type Question, type RawAnswers } from "./answers";

type Asked = {
  question: Question;
  message: string;
  placeholder?: string;
  initial?: string;
  /** Without it the question has no sense, so it is not asked. */
  needs?: Question;
};

const QUESTIONS: readonly Asked[] = [
  { question: "name", message: "What is the shop called?" },
  { question: "id", message: "The name of its folder, and of its address in a demo" },
  { question: "url", message: "Its address", placeholder: "https://shop.example" },
  { question: "email", message: "Where do buyers write to?" },
  { question: "entity", message: "Who runs it, as registered? (empty: no imprint)" },
  {
    question: "address",
    message: "The address of who runs it (may stay empty)",
    needs: "entity",
  },
  { question: "logo", message: "The logo, an SVG or PNG file (empty: a mark is drawn)" },
  { question: "brand", message: "Its colour (empty: the logo's)", placeholder: "#1a2b3c" },
  { question: "country", message: "The country that it opens with", initial: "US" },
  { question: "locale", message: `Its language (${LOCALES.join(", ")})`, initial: "en" },
  { question: "coin", message: "The coin of its prices", initial: "USDC" },
  { question: "network", message: "The network to pay on", initial: "Solana" },
];

/** The terminal, unless a test stands in for it. */
type Terminal = Pick<Parameters<typeof text>[0], "input" | "output">;

/**
 * Asks for every answer that no flag gave, one after the other; each is checked at once.
 * @returns nothing when whoever was asked broke off.
 */
export async function askFor(
  flags: RawAnswers,
  shops: string,
  terminal: Terminal = {},
): Promise<RawAnswers | undefined> {
  const answers: RawAnswers = { ...flags };
  intro("A new shop", terminal);
  for (const { question, message, placeholder, initial, needs } of QUESTIONS) {
    if (answers[question] !== undefined) continue;
    if (needs !== undefined && answers[needs] === undefined) continue;
    const suggested = question === "id" ? idOf(answers.name ?? "") : initial;
    const answer = await text({
      message,
      ...(placeholder === undefined ? {} : { placeholder }),
      ...(suggested === undefined ? {} : { initialValue: suggested }),
      validate: (value) => validate(question, value ?? "", shops),
      ...terminal,
    });
    if (isCancel(answer)) return broken(terminal);
    if (answer !== "" && answer !== undefined) answers[question] = answer;
  }
  return answers;
}

/** The partner ID is not shown while it is typed. Empty where it is not known yet. */
export async function askForPartnerId(terminal: Terminal = {}): Promise<string | undefined> {
  const answer = await password({
    message: "The partner ID, from your account page (empty: later, in the environment file)",
    validate: (value) =>
      value && !PARTNER_ID.test(value) ? "This must be printable, without spaces." : undefined,
    ...terminal,
  });
  return isCancel(answer) ? broken(terminal) : (answer ?? "");
}

function broken(terminal: Terminal): undefined {
  cancel("Nothing was written.", terminal);
  return undefined;
}

function validate(question: Question, value: string, shops: string): string | undefined {
  const fault = faultOf(question, value);
  if (fault !== undefined) return `This ${fault}.`;
  const isTaken = question === "id" && existsSync(join(shops, value));
  return isTaken ? "There is such a shop already." : undefined;
}

const idOf = (name: string): string =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);
