import type { Ref } from "react";
import type { UseFormReturn } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import type { OrderFailure } from "@/lib/cart/order-failure";
import type { CoinAmount } from "@/lib/contract/catalog";
import type { CheckoutProps, CheckoutValues, PageRemedy, PlacedProblem } from "./checkout-types";
import { CouponField } from "./coupon-field";
import { EmailField } from "./email-field";
import { FailureNotice } from "./failure-notice";
import { LineFields } from "./line-fields";
import { PaymentFields } from "./payment-fields";
import { ProblemSummary } from "./problem-summary";
import { RefundField } from "./refund-field";
import { useSecondsLeft } from "./use-seconds-left";

type Props = CheckoutProps & {
  form: UseFormReturn<CheckoutValues>;
  headingRef: Ref<HTMLHeadingElement>;
  busy: boolean;
  hidden: boolean;
  failure: OrderFailure | undefined;
  problems: readonly PlacedProblem[];
  refused: Readonly<Record<string, string>>;
  estimate: CoinAmount | undefined;
  onRemedy: (remedy: PageRemedy) => void;
  onSubmit: () => void;
};

const SECTION = "grid gap-5 rounded-card border border-line bg-surface p-4 sm:p-6";

/** Everything the buyer enters. It stays mounted under the review, so that nothing is lost. */
export function DetailsStep(props: Props) {
  const { form, lines, messages, locale, busy, failure } = props;
  const secondsLeft = useSecondsLeft(failure && "seconds" in failure ? failure : undefined);
  return (
    <form
      noValidate
      // Before the page is alive a submit would put the e-mail address into the URL; this method does nothing.
      method="dialog"
      hidden={props.hidden}
      className={props.hidden ? "hidden" : "grid gap-5 sm:gap-6"}
      onSubmit={(event) => {
        event.preventDefault();
        if (secondsLeft === 0) props.onSubmit();
      }}
    >
      <ProblemSummary
        problems={props.problems}
        lines={lines}
        messages={messages}
        locale={locale}
        onRemedy={props.onRemedy}
      />
      {failure && failure.kind !== "problems" ? (
        <FailureNotice
          failure={failure}
          step="details"
          busy={busy}
          productHref={lines[0]?.productHref ?? ""}
          ordersHref={props.ordersHref}
          messages={messages}
          locale={locale}
          onRetry={props.onSubmit}
          onAccept={props.onSubmit}
          onCheckAgain={props.onSubmit}
          onStartOver={props.onSubmit}
        />
      ) : null}
      <section aria-labelledby="details-title" className={SECTION}>
        <h2
          id="details-title"
          ref={props.headingRef}
          tabIndex={-1}
          className="font-semibold text-lg"
        >
          {messages.detailsTitle}
        </h2>
        {lines.map((line) => (
          <LineFields
            key={line.key}
            form={form}
            line={line}
            isOnly={lines.length === 1}
            messages={messages}
            locale={locale}
          />
        ))}
        <EmailField
          form={form}
          bringsCode={lines.some(({ product }) => product.deliversTo === "email")}
          messages={messages}
        />
      </section>
      <section aria-labelledby="payment-title" className={SECTION}>
        <h2 id="payment-title" className="font-semibold text-lg">
          {messages.paymentTitle}
        </h2>
        <PaymentFields
          form={form}
          methods={props.methods}
          refused={props.refused}
          estimate={props.estimate}
          networkFees={props.networkFees}
          messages={messages}
          locale={locale}
        />
      </section>
      <div className="grid gap-1 px-1">
        <RefundField form={form} messages={messages} />
        <CouponField form={form} lines={lines} messages={messages} locale={locale} />
        <Checkbox label={messages.newsletterLabel} {...form.register("newsletter")} />
      </div>
      <div className="grid gap-3">
        <Button type="submit" size="lg" busy={busy} disabled={secondsLeft > 0}>
          {busy ? messages.reviewBusy : messages.review}
        </Button>
        <p className="text-muted text-sm">{messages.reviewNote}</p>
        {props.seller}
      </div>
    </form>
  );
}
