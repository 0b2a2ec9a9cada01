"use client";

import { useCallback, useEffect, useState } from "react";
import type { RevealedDelivery } from "@/lib/contract/order-view";
import { useOrderContext } from "./order-context";

type Failure = "failed" | "limited" | "notHere";

export type Reveal = {
  deliveries: ReadonlyMap<string, RevealedDelivery>;
  busyId: string | undefined;
  failure: { id: string; why: Failure } | undefined;
  show: (id: string) => Promise<void>;
  hide: (id: string) => void;
};

const NONE: ReadonlyMap<string, RevealedDelivery> = new Map();
const FAILURES: Record<number, Failure> = { 403: "notHere", 404: "notHere", 429: "limited" };

/**
 * The codes that are open on this page, kept in memory alone. They are asked for by a click and are
 * gone as soon as the tab is left.
 */
export function useReveal(reference: string): Reveal {
  const { messages, locale, announce, reveal } = useOrderContext();
  const [deliveries, setDeliveries] = useState(NONE);
  const [busyId, setBusyId] = useState<string>();
  const [failure, setFailure] = useState<Reveal["failure"]>();

  useEffect(() => {
    const forget = () => {
      if (document.visibilityState === "hidden") setDeliveries(NONE);
    };
    const forgetAtOnce = () => setDeliveries(NONE);
    document.addEventListener("visibilitychange", forget);
    window.addEventListener("pagehide", forgetAtOnce);
    return () => {
      document.removeEventListener("visibilitychange", forget);
      window.removeEventListener("pagehide", forgetAtOnce);
    };
  }, []);

  const show = useCallback(
    async (id: string) => {
      setBusyId(id);
      setFailure(undefined);
      const answer = await reveal(reference, locale);
      setBusyId(undefined);
      if (!answer.ok) {
        setFailure({ id, why: FAILURES[answer.status] ?? "failed" });
        return;
      }
      const delivery = answer.value.find((candidate) => candidate.id === id);
      // A tab that was left while the answer was under way shows nothing.
      if (!delivery || document.visibilityState === "hidden") return;
      setDeliveries((open) => new Map(open).set(id, delivery));
      announce(messages.code.shown);
    },
    [reference, locale, announce, messages, reveal],
  );

  const hide = useCallback((id: string) => {
    setDeliveries((open) => new Map([...open].filter(([known]) => known !== id)));
  }, []);

  return { deliveries, busyId, failure, show, hide };
}
