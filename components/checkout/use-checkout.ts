import { useEffect, useRef, useState } from "react";
import { browserStore } from "@/lib/cart/browser-storage";
import { dropDraft } from "@/lib/cart/checkout-draft-store";
import { dropAttempt, markAttempt, type OrderAttempt, openAttempt } from "@/lib/cart/order-attempt";
import type { OrderFailure } from "@/lib/cart/order-failure";
import type { CheckedOrder, CreatedOrder } from "@/lib/cart/order-requests";
import type { CoinAmount } from "@/lib/contract/catalog";
import type { ValidationBody } from "@/lib/contract/order-body";
import type { Problem } from "@/lib/contract/problem";
import { rememberOrder } from "@/lib/device/device-orders";
import { deviceStorage } from "@/lib/device/device-storage";
import { isFramed } from "@/lib/device/frame-pass";
import { orderLate, validateLate } from "./late-checks";

export type Stage =
  | { name: "details"; busy: boolean; failure?: OrderFailure }
  | {
      name: "review";
      busy: boolean;
      body: ValidationBody;
      checked: CheckedOrder;
      attempt: OrderAttempt;
      failure?: OrderFailure;
    }
  | { name: "leaving"; location: string };

type Options = {
  locale: string;
  /** How the order is called in this device's list. */
  title: string;
  /** What was told before payment and belongs on the receipt. */
  notes: () => string[];
  navigate: (location: string, order: CreatedOrder) => void;
  /** Called once for each refusal that names its causes. */
  onProblems: (problems: readonly Problem[]) => void;
};

const START: Stage = { name: "details", busy: false };

/** The checkout as a machine: details, review, and the way to the order page. */
export function useCheckout({ locale, title, notes, navigate, onProblems }: Options) {
  const [stage, setStage] = useState<Stage>(START);
  const locked = useRef(false);
  /** An answer is about the lines of the moment in which it comes, not of the one in which it was asked for. */
  const tellProblems = useRef(onProblems);
  useEffect(() => {
    tellProblems.current = onProblems;
  });

  useEffect(() => {
    // The back button may bring this page back as it was left, with an order that is already made.
    const wake = (event: PageTransitionEvent) => {
      if (event.persisted) setStage((now) => (now.name === "leaving" ? START : now));
    };
    window.addEventListener("pageshow", wake);
    return () => window.removeEventListener("pageshow", wake);
  }, []);

  /** A second click arrives before React has drawn the busy button, so the lock is not state. */
  async function exclusively(run: () => Promise<void>): Promise<void> {
    if (locked.current) return;
    locked.current = true;
    try {
      await run();
    } finally {
      locked.current = false;
    }
  }

  /**
   * Asks whether the order would go through. What the answer says of an order that was changed meanwhile is
   * dropped.
   * @returns whether it has to be asked anew for that reason.
   */
  async function review(body: ValidationBody, isMeant: () => boolean): Promise<boolean> {
    let isOutdated = false;
    await exclusively(async () => {
      setStage({ name: "details", busy: true });
      const outcome = await validateLate(body, { locale });
      isOutdated = !isMeant();
      if (isOutdated) {
        setStage(START);
        return;
      }
      if (!outcome.ok) {
        refuse(outcome.failure);
        return;
      }
      const attempt = openAttempt(browserStore("localStorage"), body);
      const checked = outcome.value;
      const common = { name: "review", busy: false, body, checked, attempt } as const;
      setStage(
        attempt.outcome === "unknown"
          ? { ...common, failure: { kind: "unknown_outcome" } }
          : common,
      );
    });
    return isOutdated;
  }

  const create = (acceptedPrice?: CoinAmount, challengeToken?: string) =>
    exclusively(async () => {
      if (stage.name !== "review") return;
      const { body, attempt } = stage;
      const price = acceptedPrice ?? stage.checked.total;
      const checked = { ...stage.checked, total: price };
      const common = { name: "review", body, attempt, checked } as const;
      setStage({ ...common, busy: true });
      const outcome = await orderLate({ ...body, acceptedPrice: price }, attempt.key, {
        locale,
        challengeToken,
      });
      if (outcome.ok) {
        leave(outcome.value, attempt.key, body);
        return;
      }
      const { failure } = outcome;
      if (failure.kind === "unknown_outcome") {
        markAttempt(browserStore("localStorage"), attempt.key, "unknown");
      }
      if (failure.kind === "problems") refuse(failure);
      else setStage({ ...common, busy: false, failure });
    });

  function refuse(failure: OrderFailure): void {
    setStage({ name: "details", busy: false, failure });
    if (failure.kind === "problems") tellProblems.current(failure.problems);
  }

  function leave(created: CreatedOrder, key: string, body: ValidationBody): void {
    const { location, order } = created;
    markAttempt(browserStore("localStorage"), key, "ordered");
    if (!isFramed()) {
      rememberOrder(deviceStorage(), {
        reference: order.reference,
        createdAt: order.createdAt ?? new Date().toISOString(),
        title,
        notes: notes(),
        country: body.lines[0]?.country ?? "",
      });
    }
    dropDraft(browserStore("sessionStorage"));
    setStage({ name: "leaving", location });
    navigate(location, created);
  }

  const back = () => setStage(START);

  const startOver = () => {
    if (stage.name === "review") dropAttempt(browserStore("localStorage"), stage.attempt.key);
    setStage(START);
  };

  return { stage, review, create, back, startOver };
}
