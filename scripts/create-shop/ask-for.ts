import { existsSync } from "node:fs";
import { join } from "node:path";
import { cancel, intro, isCancel, text } from "@clack/prompts";
import { faultOf, type Question, type RawAnswers } from "./answers";

type Asked = { question: Question; message: string; placeholder?: string; initial?: string };

const QUESTIONS: readonly Asked[] = [
  { question: "name", message: "What is the shop called?" },
  { question: "id", message: "The name of its folder, and of its address in a demo" },
  { question: "url", message: "Its address", placeholder: "https://shop.example" },
  { question: "email", message: "Where do buyers write to?" },
  { question: "entity", message: "Who runs it, as registered? (empty: no imprint)" },
  { question: "address", message: "The address of who runs it (may stay empty)" },
  { question: "logo", message: "The logo, an SVG or PNG file (empty: a mark is drawn)" },
  { question: "brand", message: "Its colour (empty: the logo's)", placeholder: "#1a2b3c" },
  { question: "country", message: "The country that it opens with", initial: "US" },
  { question: "locale", message: "Its language", initial: "en" },
  { question: "coin", message: "The coin of its prices", initial: "USDC" },
  { question: "network", message: "The network to pay on", initial: "Solana" },
];

/** Asks for every answer that no flag gave, one after the other; each is checked at once. */
export async function askFor(flags: RawAnswers, shops: string): Promise<RawAnswers> {
  const answers: RawAnswers = { ...flags };
  intro("A new shop");
  for (const { question, message, placeholder, initial } of QUESTIONS) {
    if (answers[question] !== undefined) continue;
    const suggested = question === "id" ? idOf(answers.name ?? "") : initial;
    const answer = await text({
      message,
      ...(placeholder === undefined ? {} : { placeholder }),
      ...(suggested === undefined ? {} : { initialValue: suggested }),
      validate: (value) => validate(question, value ?? "", shops),
    });
    if (isCancel(answer)) {
      cancel("Nothing was written.");
      process.exit(1);
    }
    if (answer !== "" && answer !== undefined) answers[question] = answer;
  }
  return answers;
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
