import type { Problem } from "@/lib/contract/problem";
import { amountLeft } from "./amount-left";
import type { CheckoutLine, Remedy } from "./checkout-types";
import { faceOf } from "./face-of";

type Context = {
  lines: readonly CheckoutLine[];
  /** The line that the problem is about, when it is known. */
  line: CheckoutLine | undefined;
  /** The value of a line's range, as far as it is one. */
  typedValueOf: (line: CheckoutLine) => string | undefined;
  accountHref: string | undefined;
  verificationHref: string | undefined;
};

type Offer = NonNullable<Problem["offer"]>;

/** What the page can do about a problem by itself, in the order in which it is offered. */
const REMEDIES: Record<Offer, (problem: Problem, context: Context) => Remedy[]> = {
  lower_amount: lowerAmount,
  remove_line: removeLine,
  drop_coupon: () => [{ kind: "drop_coupon" }],
  // The form has chosen another method already, and says so at its field.
  other_method: () => [],
  account: (problem, context) => [
    ...atSeller(problem, context),
    ...(problem.scope === "line" ? removeLine(problem, context) : []),
  ],
};

export function remediesFor(problem: Problem, context: Context): Remedy[] {
  return problem.offer ? REMEDIES[problem.offer](problem, context) : [];
}

/** Where the seller asks for a proof of who somebody is, the page for that helps more than the account's. */
function atSeller({ code }: Problem, { accountHref, verificationHref }: Context): Remedy[] {
  const isVerification = code !== "login_required" && verificationHref !== undefined;
  const href = isVerification ? verificationHref : (accountHref ?? verificationHref);
  return href === undefined
    ? []
    : [{ kind: "open", href, label: isVerification ? "verification" : "account" }];
}

/** The one product of an order is not removed from it: another one is chosen instead. */
function removeLine(_problem: Problem, { lines, line }: Context): Remedy[] {
  if (!line) return [];
  return lines.length > 1
    ? [{ kind: "remove_line", line: line.key }]
    : [{ kind: "open", href: line.productHref, label: "product" }];
}

function lowerAmount(problem: Problem, { lines, typedValueOf }: Context): Remedy[] {
  return lines.flatMap((line): Remedy[] => {
    const others = lines
      .filter((other) => other !== line)
      .map((other) => {
        const face = faceOf(other, typedValueOf(other));
        return face && { ...face, quantity: other.quantity };
      });
    const value = amountLeft(problem, line, others);
    return value === undefined ? [] : [{ kind: "set_amount", line: line.key, value }];
  });
}
