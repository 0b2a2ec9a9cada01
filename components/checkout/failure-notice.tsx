import { type ReactNode, useEffect, useRef } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { latePart } from "@/components/ui/late-part";
import { Notice } from "@/components/ui/notice";
import { fill } from "@/lib/i18n/fill";
import type { CheckoutMessages } from "./checkout-types";
import type { FailureProps } from "./failure-props";
import { PriceChange } from "./price-change";
import { UnknownOutcome } from "./unknown-outcome";
import { useSecondsLeft } from "./use-seconds-left";

const ChallengeBox = latePart(
  async () => (await import("./challenge-box")).ChallengeBox,
  ({ messages }) => (
    <Plain title={messages.challengeTitle} text={messages.challengeFailed}>
      <Button onClick={() => window.location.reload()}>{messages.reload}</Button>
    </Plain>
  ),
);

/** A failure as a whole, with the one thing to do next. Problems at fields are not shown here. */
export function FailureNotice(props: FailureProps) {
  const { failure } = props;
  const box = useRef<HTMLDivElement>(null);
  // Each failure is a new object, so the same failure twice is announced twice.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the failure is what is announced.
  useEffect(() => box.current?.focus(), [failure]);
  if (failure.kind === "problems") return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className="rounded-card" data-failure={failure.kind}>
      <Body {...props} />
    </div>
  );
}

function Body(props: FailureProps) {
  const { failure, messages, step, busy } = props;
  const waiting = "seconds" in failure ? failure : undefined;
  switch (failure.kind) {
    case "price_changed":
      return <PriceChange {...props} actual={failure.actual} />;
    case "unknown_outcome":
      return <UnknownOutcome {...props} />;
    case "brand_changed":
      return (
        <Plain title={messages.brandChangedTitle} text={messages.brandChangedText}>
          <ButtonLink href={props.productHref}>{messages.chooseAgain}</ButtonLink>
        </Plain>
      );
    case "cookies_blocked":
      return (
        <Plain title={messages.cookiesTitle} text={messages.cookiesText}>
          <Button onClick={() => window.location.reload()}>{messages.reload}</Button>
        </Plain>
      );
    case "cross_origin":
      return <Plain title={messages.originTitle} text={messages.originText} />;
    case "too_many_requests":
      return (
        <Plain title={messages.waitTitle} text={messages.waitText}>
          <Wait start={waiting} messages={messages} locale={props.locale} />
        </Plain>
      );
    case "busy":
      return (
        <Plain title={messages.waitTitle} text={failure.detail ?? messages.unavailableText}>
          <Wait start={waiting} messages={messages} locale={props.locale} />
        </Plain>
      );
    case "challenge_required":
      return (
        <ChallengeBox
          asked={failure}
          busy={busy}
          messages={messages}
          onToken={(token) => props.onChallenge?.(token)}
        />
      );
    case "unavailable":
      return (
        <Plain title={messages.unavailableTitle} text={messages.unavailableText}>
          <Wait start={waiting} messages={messages} locale={props.locale} />
        </Plain>
      );
    case "in_progress":
      return (
        <Plain tone="info" title={messages.progressTitle} text={messages.progressText}>
          <Button busy={busy} onClick={props.onRetry}>
            {messages.askAgain}
          </Button>
        </Plain>
      );
    case "lost":
      return step === "review" ? (
        <Plain title={messages.lostTitle} text={messages.lostText}>
          <Button busy={busy} onClick={props.onRetry}>
            {messages.sendAgain}
          </Button>
          <Button variant="quiet" onClick={props.onBack} disabled={busy}>
            {messages.back}
          </Button>
        </Plain>
      ) : (
        <Plain title={messages.lostCheckTitle} text={messages.lostCheckText} />
      );
    default:
      return (
        <Plain
          title={messages.refusedTitle}
          text={(failure.kind === "refused" && failure.detail) || messages.refusedText}
        />
      );
  }
}

type PlainProps = {
  tone?: "info" | "warn";
  title: string;
  text: string;
  children?: ReactNode;
};

function Plain({ tone = "warn", title, text, children }: PlainProps) {
  return (
    <Notice tone={tone} title={title}>
      <p>{text}</p>
      {children ? <div className="mt-3 flex flex-wrap gap-3">{children}</div> : null}
    </Notice>
  );
}

type WaitProps = {
  start: { seconds: number } | undefined;
  messages: CheckoutMessages;
  locale: string;
};

/** The countdown is read once when it appears, not every second. */
function Wait({ start, messages, locale }: WaitProps) {
  const seconds = useSecondsLeft(start);
  if (seconds === 0) return null;
  return (
    <p role="timer" aria-live="off" className="font-medium tabular-nums">
      {fill(messages.waitSeconds, { seconds }, locale)}
    </p>
  );
}
