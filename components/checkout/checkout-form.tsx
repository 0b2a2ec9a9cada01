"use client";

import { useEffect, useRef, useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { readAcquisition } from "@/lib/cart/acquisition";
import { browserStore } from "@/lib/cart/browser-storage";
import type { CreatedOrder } from "@/lib/cart/order-requests";
import { methodId } from "@/lib/cart/payment-choice";
import type { ValidationBody } from "@/lib/contract/order-body";
import { checkAmount } from "./amount-check";
import { CartNews } from "./cart-news";
import type {
  CheckoutLine,
  CheckoutProps,
  CheckoutValues,
  PageRemedy,
  Place,
} from "./checkout-types";
import { DetailsStep } from "./details-step";
import { lineField, toProblems } from "./field-places";
import { fitNotes } from "./fit-notes";
import { fetchChecks, lateResolver } from "./late-checks";
import { LeavingNotice } from "./leaving-notice";
import { mayExist } from "./may-exist";
import { OrderSummary } from "./order-summary";
import { orderTitle } from "./order-title";
import { focusPlace } from "./place-anchor";
import { type Recipient, readRecipients } from "./read-recipients";
import { restoreField } from "./restore-field";
import { ReviewStep } from "./review-step";
import { StepList } from "./step-list";
import { toCartItem } from "./to-cart-item";
import { toValidationBody } from "./to-validation-body";
import { useCheckout } from "./use-checkout";
import { useDraft } from "./use-draft";
import { useEstimates } from "./use-estimates";
import { useLines } from "./use-lines";
import { useProblems } from "./use-problems";

type Props = CheckoutProps & {
  /** Where a finished order leads; tests look at it instead of leaving the page. */
  navigate?: (location: string) => void;
  /** Takes the order over, in place of its page. */
  onCreated?: (created: CreatedOrder) => void;
  /** What a site around a frame was told by the buyer before; it never replaces what was typed. */
  told?: { email?: string };
};

const leavePage = (location: string) => window.location.assign(location);

export function CheckoutForm({ navigate = leavePage, onCreated, told, ...props }: Props) {
  const { locale, messages, methods } = props;
  const preferred = methods.find((method) => methodId(method) === props.preferred);
  const { lines, latest, setQuantity, remove, ordered } = useLines(props, navigate);
  const [resolver] = useState(() => lateResolver({ messages, locale }, () => latest.current));
  const form = useForm<CheckoutValues>({
    resolver,
    // Text fields have no default, so that what was typed before hydration is taken over.
    defaultValues: {
      lines: Object.fromEntries(props.lines.map(({ key, value = "" }) => [key, { value }])),
      coin: preferred?.coin ?? methods[0]?.coin ?? "",
      method: preferred ? methodId(preferred) : "",
      newsletter: false,
    },
    mode: "onTouched",
    shouldFocusError: false,
  });
  useDraft(form, { lines, latest }, methods);
  useEffect(() => {
    if (told?.email && !form.getValues("email")) restoreField(form, "email", told.email);
  }, [form, told]);
  useEffect(fetchChecks, []);

  const [coin, method] = useWatch({ control: form.control, name: ["coin", "method"] });
  const typed = useWatch({ control: form.control, name: "lines" });
  const typedValueOf = ({ key, product }: CheckoutLine): string | undefined => {
    const amount = product.range ? checkAmount(typed[key]?.value ?? "", product.range) : undefined;
    return amount?.kind === "ok" ? amount.value : undefined;
  };
  const { accountHref, verificationHref } = props;
  const problems = useProblems({
    form,
    lines,
    methods,
    typedValueOf,
    accountHref,
    verificationHref,
    messages,
  });
  const [recipients, setRecipients] = useState<Recipient[]>([]);
  const priced = lines.map((line) => ({ line, value: typedValueOf(line) }));
  const estimates = useEstimates(priced, coin, locale);
  const chosen = methods.find((one) => methodId(one) === method);

  const checkout = useCheckout({
    locale,
    title: orderTitle(priced, messages, locale),
    notes: () => fitNotes(latest.current).map(({ text }) => text),
    navigate: (location, created) => {
      ordered();
      if (onCreated) onCreated(created);
      else navigate(location);
    },
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

  /** All that decides what is ordered, as it stands on the page. */
  const nowAsked = () =>
    JSON.stringify([latest.current.map((line) => toCartItem(line)), form.getValues()]);
  const review = async (body: ValidationBody, asked: string) => {
    if (await checkout.review(body, () => nowAsked() === asked)) ask();
  };
  const ask = () => {
    const asked = nowAsked();
    void form.handleSubmit(
      async (values) => {
        const bought = latest.current;
        problems.show([]);
        setRecipients(await readRecipients(values, bought));
        const acquisition = readAcquisition(browserStore("sessionStorage"));
        const parts = { lines: bought, locale, acquisition };
        await review(toValidationBody(values, parts), asked);
      },
      (errors) => problems.show(toProblems(errors, latest.current)),
    )();
  };
  const submit = () => {
    if (stage.name === "details" && !stage.busy) ask();
  };

  /** Does what a problem's button promises, and asks again at once where nothing is left to decide. */
  const apply = (remedy: PageRemedy) => {
    problems.show([]);
    switch (remedy.kind) {
      case "remove_line":
        remove(remedy.line);
        break;
      case "set_amount":
        form.setValue(lineField({ key: remedy.line }, "value"), remedy.value, {
          shouldDirty: true,
        });
        form.clearErrors(lineField({ key: remedy.line }, "value"));
        break;
      case "drop_coupon":
        form.setValue("coupon", "", { shouldDirty: true });
        form.clearErrors("coupon");
        break;
    }
    submit();
  };

  return (
    <div className="grid gap-6">
      <StepList current={stage.name === "leaving" ? "pay" : stage.name} messages={messages} />
      {props.isCart && stage.name !== "leaving" && !mayExist(stage) ? (
        <CartNews
          lines={priced}
          missing={props.missing ?? []}
          locale={locale}
          messages={messages}
        />
      ) : null}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-10">
        <aside
          className={`lg:sticky lg:top-6 lg:col-start-2 lg:row-start-1 lg:block ${
            stage.name === "details" ? "" : "hidden"
          }`}
        >
          <OrderSummary
            lines={priced}
            estimates={estimates}
            payment={chosen}
            settled={stage.name !== "details"}
            errorOf={(line) =>
              line.product.type === "fixed"
                ? form.formState.errors.lines?.[line.key]?.value?.message
                : undefined
            }
            onQuantity={setQuantity}
            onRemove={remove}
            messages={messages}
            locale={locale}
          />
        </aside>
        <div className="min-w-0 lg:col-start-1 lg:row-start-1">
          <DetailsStep
            {...props}
            lines={lines}
            form={form}
            headingRef={heading}
            busy={stage.name === "details" && stage.busy}
            hidden={stage.name !== "details"}
            failure={stage.name === "details" ? stage.failure : undefined}
            problems={problems.problems}
            refused={problems.refused}
            estimate={estimates.total.state === "ready" ? estimates.total.price : undefined}
            onRemedy={apply}
            onSubmit={submit}
          />
          {stage.name === "review" ? (
            <ReviewStep
              stage={stage}
              lines={lines}
              recipients={recipients}
              ordersHref={props.ordersHref}
              seller={props.seller}
              messages={messages}
              locale={locale}
              onCreate={(price, token) => void checkout.create(price, token)}
              onCheckAgain={() => void review(stage.body, nowAsked())}
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
