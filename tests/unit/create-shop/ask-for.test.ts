import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import type { RawAnswers } from "@/scripts/create-shop/answers";
import { askFor, askForPartnerId } from "@/scripts/create-shop/ask-for";
import { makeShops } from "../../support/shops-folder";

const CLEAR_LINE = "\x15";
const CTRL_C = "\x03";

/** A terminal at which somebody types one line as soon as each question stands there. */
function terminal(lines: readonly string[]) {
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = "";
  let typed = 0;
  let answered = 0;
  output.on("data", (chunk: Buffer) => {
    shown += chunk.toString();
    const asked = shown.split(/[◆▲]/).length - 1;
    if (asked <= answered || typed >= lines.length) return;
    answered = asked;
    const line = lines[typed] ?? "";
    typed += 1;
    setTimeout(() => input.write(line === CTRL_C ? line : `${line}\r`), 5);
  });
  return { input, output, shown: () => shown };
}

const ask = async (flags: RawAnswers, lines: readonly string[]) => {
  const shops = makeShops({ taken: { "shop.json": "{}" } });
  const at = terminal(lines);
  return { answers: await askFor(flags, shops, at), shown: at.shown() };
};

test("who is asked gets a folder's name from the name, and defaults by pressing enter", async () => {
  const { answers } = await ask({}, [
    "Tante Emma",
    "",
    "https://emma.example",
    "help@emma.example",
    "Emma GmbH",
    "Hauptstraße 1",
    "",
    "",
    "",
    `${CLEAR_LINE}de`,
    "",
    "",
  ]);
  expect(answers).toEqual({
    name: "Tante Emma",
    id: "tante-emma",
    url: "https://emma.example",
    email: "help@emma.example",
    entity: "Emma GmbH",
    address: "Hauptstraße 1",
    country: "US",
    locale: "de",
    coin: "USDC",
    network: "Solana",
  });
});

const FLAGS = { name: "Emma", email: "a@emma.example", logo: "x.svg", brand: "#123456" };
const MORE = { country: "DE", locale: "de", coin: "USDC", network: "Solana" };

test("a wrong answer is said at its question, and asked again", async () => {
  const { answers, shown } = await ask({ ...FLAGS, ...MORE, entity: "E", address: "A" }, [
    `${CLEAR_LINE}taken`,
    `${CLEAR_LINE}emma`,
    "emma.example",
    `${CLEAR_LINE}https://emma.example`,
  ]);
  expect(shown).toContain("There is such a shop already.");
  expect(shown).toContain("This must be an https origin without a path");
  expect(answers).toMatchObject({ id: "emma", url: "https://emma.example" });
});

test("nobody is asked what a flag has answered, or for the address of nobody", async () => {
  const flags = { ...FLAGS, ...MORE, id: "emma", url: "https://emma.example" };
  const { answers, shown } = await ask(flags, [""]);
  expect(shown.match(/◆/g)?.length).toBe(1);
  expect(shown).toContain("Who runs it");
  expect(answers).toEqual(flags);
});

test("whoever breaks off has answered nothing", async () => {
  const { answers, shown } = await ask({}, ["Emma", CTRL_C]);
  expect(answers).toBeUndefined();
  expect(shown).toContain("Nothing was written.");
});

test("a partner ID is never shown, and one that cannot be right is asked for again", async () => {
  const at = terminal(["two words", `${CLEAR_LINE}emma-77`]);
  expect(await askForPartnerId(at)).toBe("emma-77");
  expect(at.shown()).toContain("must be printable");
  for (const typed of ["two", "words", "emma-77"]) expect(at.shown()).not.toContain(typed);
  expect(await askForPartnerId(terminal([""]))).toBe("");
});
