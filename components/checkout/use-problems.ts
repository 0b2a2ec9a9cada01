import { useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { methodId, preferredMethod } from "@/lib/cart/payment-choice";
import type { PaymentMethod } from "@/lib/contract/catalog";
import type { Problem } from "@/lib/contract/problem";
import { fill } from "@/lib/i18n/fill";
import { amountLeft } from "./amount-left";
import type {
  CheckoutChoice,
  CheckoutMessages,
  CheckoutValues,
  PlacedProblem,
} from "./checkout-types";
import { fieldOfPlace } from "./field-places";
import { networkName } from "./payment-names";
import { placeProblems, refusalOfMethod } from "./place-problems";

type Options = {
  form: UseFormReturn<CheckoutValues>;
  choice: CheckoutChoice;
  methods: readonly PaymentMethod[];
  messages: CheckoutMessages;
};

/** What stands in the way, where it is shown, and what the form itself does about it. */
export function useProblems({ form, choice, methods, messages }: Options) {
  const [problems, setProblems] = useState<PlacedProblem[]>([]);
  /** Methods that this order was refused for, by id, with the reason. */
  const [refused, setRefused] = useState<Record<string, string>>({});
  /** The highest amount that a spending limit still allows, when the range has it. */
  const [left, setLeft] = useState<string>();

  /** Every refusal at its own field, and all of them once more in the summary. */
  function showRefusals(found: readonly Problem[]): void {
    const placed = placeProblems(found, choice.product.deliversTo);
    const refusal = refusalOfMethod(found);
    const instead = refusal ? closeMethod(refusal) : undefined;
    for (const place of new Set(placed.map((problem) => problem.place))) {
      const field = fieldOfPlace(place, choice);
      const texts = placed.filter((problem) => problem.place === place).map(({ text }) => text);
      if (place === "payment" && instead) texts.push(instead);
      if (field) form.setError(field, { type: "server", message: texts.join(" ") });
    }
    setProblems(placed);
    setLeft(choice.product.range ? amountLeft(found, choice.product.range) : undefined);
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

  function show(found: PlacedProblem[]): void {
    setProblems(found);
    setLeft(undefined);
  }

  return { problems, refused, left, showRefusals, show };
}
