import { useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { methodId, preferredMethod } from "@/lib/cart/payment-choice";
import type { PaymentMethod } from "@/lib/contract/catalog";
import type { Problem } from "@/lib/contract/problem";
import { fill } from "@/lib/i18n/fill";
import type {
  CheckoutLine,
  CheckoutMessages,
  CheckoutValues,
  PlacedProblem,
} from "./checkout-types";
import { fieldOfPlace } from "./field-places";
import { networkName } from "./payment-names";
import { placeOfProblem } from "./place-problems";
import { remediesFor } from "./remedies-for";
import { repeated } from "./to-validation-body";

type Options = {
  form: UseFormReturn<CheckoutValues>;
  lines: readonly CheckoutLine[];
  methods: readonly PaymentMethod[];
  typedValueOf: (line: CheckoutLine) => string | undefined;
  accountHref: string | undefined;
  verificationHref: string | undefined;
  messages: CheckoutMessages;
};

/** What stands in the way, where it is shown, and what the form itself does about it. */
export function useProblems(options: Options) {
  const { form, lines, methods, messages } = options;
  const [problems, setProblems] = useState<PlacedProblem[]>([]);
  /** Methods that this order was refused for, by id, with the reason. */
  const [refused, setRefused] = useState<Record<string, string>>({});

  /** Every refusal at its own field, and all of them once more in the summary. */
  function showRefusals(found: readonly Problem[]): void {
    const bought = repeated(lines);
    const placed = found.map((problem): PlacedProblem => {
      const line = lines.length === 1 ? lines[0] : bought[problem.line ?? -1];
      return {
        place: placeOfProblem(problem, line),
        text: problem.detail,
        code: problem.code,
        remedies: remediesFor(problem, { ...options, line }),
      };
    });
    const refusal = found.find(({ offer }) => offer === "other_method");
    const instead = refusal ? closeMethod(refusal) : undefined;
    for (const place of new Set(placed.map((problem) => problem.place))) {
      const field = fieldOfPlace(place, lines);
      const texts = placed.filter((problem) => problem.place === place).map(({ text }) => text);
      if (place === "payment" && instead) texts.push(instead);
      if (field) form.setError(field, { type: "server", message: texts.join(" ") });
    }
    setProblems(withoutRepeats(placed));
  }

  /** Closes what was refused and chooses the best way of paying that is left. */
  function closeMethod({ code, detail }: Problem): string | undefined {
    const id = form.getValues("method");
    const coin = form.getValues("coin");
    const closed = { ...refused };
    for (const method of methods) {
      const sameCoin = code === "suspended_coin" && method.coin === coin;
      if (sameCoin || methodId(method) === id) closed[methodId(method)] = detail;
    }
    setRefused(closed);
    const open = methods.filter((method) => closed[methodId(method)] === undefined);
    const next = preferredMethod(open, { coin, defaults: { coin: "", network: "" } });
    form.setValue("method", next ? methodId(next) : "");
    if (!next) return undefined;
    form.setValue("coin", next.coin);
    return fill(messages.switched, { coin: next.coin, network: networkName(next) });
  }

  return { problems, refused, showRefusals, show: setProblems };
}

/** A product that is bought twice has its problem once. */
function withoutRepeats(problems: readonly PlacedProblem[]): PlacedProblem[] {
  return problems.filter(
    ({ place, text }, index) =>
      problems.findIndex((other) => other.place === place && other.text === text) === index,
  );
}
