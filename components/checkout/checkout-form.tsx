"use client";

import { useEffect, useRef, useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { methodId, preferredMethod } from "@/lib/cart/payment-choice";
import type { Problem } from "@/lib/contract/problem";
import { fill } from "@/lib/i18n/fill";
import { checkAmount } from "./amount-check";
import { checkoutResolver, fieldOfPlace, toProblems, toValidationBody } from "./check-values";
import type { CheckoutProps, CheckoutValues, PlacedProblem } from "./checkout-types";
import { DetailsStep } from "./details-step";
import { LeavingNotice } from "./leaving-notice";
import { OrderSummary } from "./order-summary";
import { networkName } from "./payment-names";
import { checkPhone } from "./phone-check";
import { placeProblems, refusalOfMethod } from "./place-problems";
import { ReviewStep } from "./review-step";
import { StepList } from "./step-list";
import { useCheckout } from "./use-checkout";
import { useDraft } from "./use-draft";
import { useEstimate } from "./use-estimate";

type Props = CheckoutProps & {
  /** Where a finished order leads; tests look at it instead of leaving the page. */
  navigate?: (location: string) => void;
};

const leavePage = (location: string) => window.location.assign(location);

export function CheckoutForm({ navigate = leavePage, ...props }: Props) {
  const { choice, locale, messages, methods } = props;
  const { product } = choice;
  const preferred = methods.find((method) => methodId(method) === props.preferred);
  const [resolver] = useState(() => checkoutResolver({ choice, messages, locale }));
  const form = useForm<CheckoutValues>({
    resolver,
    // Text fields have no default, so that what was typed before hydration is taken over.
    defaultValues: {
      value: choice.value ?? "",
      coin: preferred?.coin ?? methods[0]?.coin ?? "",
      method: preferred ? methodId(preferred) : "",
      newsletter: false,
    },
    mode: "onTouched",
    shouldFocusError: false,
  });
  useDraft(form, choice, methods);

  const [problems, setProblems] = useState<PlacedProblem[]>([]);
  const [refused, setRefused] = useState<Record<string, string>>({});
  const [recipient, setRecipient] = useState<string>();
  const [coin, method, typedValue] = useWatch({
    control: form.control,
    name: ["coin", "method", "value"],
  });
  const amount = product.range ? checkAmount(typedValue, product.range) : undefined;
  const value = amount?.kind === "ok" ? amount.value : undefined;
  const estimate = useEstimate(choice, coin, value, locale);
  const chosen = methods.find((one) => methodId(one) === method);

  const checkout = useCheckout({
    locale,
    title: orderTitle(props, value),
    navigate,
    onProblems: showProblems,
  });
  const { stage } = checkout;

  const heading = useRef<HTMLHeadingElement>(null);
  const last = useRef(stage.name);
  useEffect(() => {
    // Only a step back takes the focus here: problems bring their own place for it.
    if (last.current === "review" && stage.name === "details" && problems.length === 0) {
      heading.current?.focus();
    }
    last.current = stage.name;
  }, [stage.name, problems]);

  /** Every refusal at its own field, and all of them once more in the summary. */
  function showProblems(found: readonly Problem[]): void {
    const placed = placeProblems(found, product.deliversTo);
    const refusal = refusalOfMethod(found);
    const instead = refusal ? closeMethod(refusal.detail) : undefined;
    for (const place of new Set(placed.map((problem) => problem.place))) {
      const field = fieldOfPlace(place, choice);
      const texts = placed.filter((problem) => problem.place === place).map(({ text }) => text);
      if (place === "payment" && instead) texts.push(instead);
      if (field) form.setError(field, { type: "server", message: texts.join(" ") });
    }
    setProblems(placed);
  }

  /** Closes the method that was refused and chooses the best one that is left. */
  function closeMethod(reason: string): string | undefined {
    const id = form.getValues("method");
    const closed = { ...refused, [id]: reason };
    setRefused(closed);
    const open = methods.filter((one) => closed[methodId(one)] === undefined);
    const next = preferredMethod(open, {
      coin: form.getValues("coin"),
      defaults: { coin: "", network: "" },
    });
    form.setValue("method", next ? methodId(next) : "");
    if (!next) return undefined;
    form.setValue("coin", next.coin);
    return fill(messages.switched, { coin: next.coin, network: networkName(next) });
  }

  const submit = () => {
    if (stage.name !== "details" || stage.busy) return;
    void form.handleSubmit(
      async (values) => {
        setProblems([]);
        setRecipient(await readBack(values, props));
        await checkout.review(
          toValidationBody(values, { choice, locale, utmSource: props.utmSource }),
        );
      },
      (errors) => setProblems(toProblems(errors)),
    )();
  };

  return (
    <div className="grid gap-6">
      <StepList current={stage.name === "leaving" ? "pay" : stage.name} messages={messages} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-10">
        <aside className="lg:sticky lg:top-6 lg:col-start-2 lg:row-start-1">
          <OrderSummary
            choice={choice}
            value={value}
            estimate={estimate}
            payment={chosen}
            error={product.type === "fixed" ? form.formState.errors.value?.message : undefined}
            settled={stage.name !== "details"}
            messages={messages}
            locale={locale}
          />
        </aside>
        <div className="min-w-0 lg:col-start-1 lg:row-start-1">
          <DetailsStep
            {...props}
            form={form}
            headingRef={heading}
            busy={stage.name === "details" && stage.busy}
            hidden={stage.name !== "details"}
            failure={stage.name === "details" ? stage.failure : undefined}
            problems={problems}
            refused={refused}
            estimate={estimate.state === "ready" ? estimate.price : undefined}
            onSubmit={submit}
          />
          {stage.name === "review" ? (
            <ReviewStep
              stage={stage}
              choice={choice}
              recipient={recipient}
              ordersHref={props.ordersHref}
              terms={props.terms}
              seller={props.seller}
              messages={messages}
              locale={locale}
              onCreate={(price) => void checkout.create(price)}
              onCheckAgain={() => void checkout.review(stage.body)}
              onBack={checkout.back}
              onStartOver={checkout.startOver}
            />
          ) : null}
          {stage.name === "leaving" ? (
            <LeavingNotice location={stage.location} messages={messages} />
          ) : null}
        </div>
      </div>
    </div>
  );
}

function orderTitle({ choice }: CheckoutProps, value: string | undefined): string {
  const { product, brandName } = choice;
  const label = product.range && value ? `${value} ${product.range.currency}` : product.label;
  return `${brandName} ${label}`;
}

/** The recipient as people read it; undefined when it is the e-mail address itself. */
async function readBack(
  values: CheckoutValues,
  { choice }: CheckoutProps,
): Promise<string | undefined> {
  if (choice.product.deliversTo === "account") return values.account;
  if (choice.product.deliversTo === "email") return undefined;
  const check = await checkPhone(values.phone, choice.country);
  return check.kind === "ok" ? check.pretty : values.phone;
}
