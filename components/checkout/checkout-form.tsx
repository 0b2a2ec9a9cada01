"use client";

import { useEffect, useRef, useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { methodId } from "@/lib/cart/payment-choice";
import { checkAmount } from "./amount-check";
import { checkoutResolver } from "./checkout-resolver";
import type { CheckoutProps, CheckoutValues, Place } from "./checkout-types";
import { DetailsStep } from "./details-step";
import { toProblems } from "./field-places";
import { LeavingNotice } from "./leaving-notice";
import { OrderSummary } from "./order-summary";
import { checkPhone } from "./phone-check";
import { focusPlace } from "./problem-summary";
import { ReviewStep } from "./review-step";
import { StepList } from "./step-list";
import { toValidationBody } from "./to-validation-body";
import { useCheckout } from "./use-checkout";
import { useDraft } from "./use-draft";
import { useEstimate } from "./use-estimate";
import { useProblems } from "./use-problems";

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

  const problems = useProblems({ form, choice, methods, messages });
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
    onProblems: problems.showRefusals,
  });
  const { stage } = checkout;

  const heading = useRef<HTMLHeadingElement>(null);
  const wayBack = useRef<Place | "heading">(undefined);
  useEffect(() => {
    // Only a step back takes the focus here: problems bring their own place for it.
    if (stage.name !== "details" || wayBack.current === undefined) return;
    if (wayBack.current === "heading") heading.current?.focus();
    else focusPlace(wayBack.current);
    wayBack.current = undefined;
  }, [stage.name]);
  const goBack = (place?: Place) => {
    wayBack.current = place ?? "heading";
    checkout.back();
  };

  const submit = () => {
    if (stage.name !== "details" || stage.busy) return;
    void form.handleSubmit(
      async (values) => {
        problems.show([]);
        setRecipient(await readBack(values, props));
        await checkout.review(
          toValidationBody(values, { choice, locale, utmSource: props.utmSource }),
        );
      },
      (errors) => problems.show(toProblems(errors)),
    )();
  };

  return (
    <div className="grid gap-6">
      <StepList current={stage.name === "leaving" ? "pay" : stage.name} messages={messages} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-10">
        <aside
          className={`lg:sticky lg:top-6 lg:col-start-2 lg:row-start-1 lg:block ${
            stage.name === "details" ? "" : "hidden"
          }`}
        >
          <OrderSummary
            choice={choice}
            logo={props.logo}
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
            problems={problems.problems}
            refused={problems.refused}
            left={problems.left}
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
              onBack={goBack}
              onStartOver={() => {
                wayBack.current = "heading";
                checkout.startOver();
              }}
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
