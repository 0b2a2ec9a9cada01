"use client";

import { useState } from "react";
import { type AccessBody, requestAccess } from "@/components/order/order-api";

export type RecoveryState = "idle" | "busy" | "notFound" | "limited" | "failed";

const OUTCOMES: Record<number, RecoveryState> = {
  400: "notFound",
  404: "notFound",
  429: "limited",
};

/** Asks for the right to an order and goes there. A refusal never says what was wrong. */
export function useRecovery(locale: string) {
  const [state, setState] = useState<RecoveryState>("idle");

  async function recover(body: AccessBody): Promise<void> {
    setState("busy");
    const answer = await requestAccess(body, locale);
    if (answer.ok) window.location.replace(answer.value);
    else setState(OUTCOMES[answer.status] ?? "failed");
  }

  return { state, recover };
}
