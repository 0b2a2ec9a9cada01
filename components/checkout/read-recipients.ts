import type { CheckoutLine, CheckoutValues } from "./checkout-types";
import { checkPhone } from "./phone-check";

/** Who gets a line, as people read it; only for lines that do not go to the buyer's e-mail address. */
export type Recipient = { line: CheckoutLine; text: string };

export async function readRecipients(
  values: CheckoutValues,
  lines: readonly CheckoutLine[],
): Promise<Recipient[]> {
  const others = lines.filter(({ product }) => product.deliversTo !== "email");
  return Promise.all(others.map(async (line) => ({ line, text: await textOf(values, line) })));
}

async function textOf(values: CheckoutValues, line: CheckoutLine): Promise<string> {
  const { phone = "", account = "" } = values.lines[line.key] ?? {};
  if (line.product.deliversTo === "account") return account;
  const check = await checkPhone(phone, line.country);
  return check.kind === "ok" ? check.pretty : phone;
}
