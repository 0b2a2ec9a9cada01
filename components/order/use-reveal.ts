"use client";

import { useCallback, useState } from "react";
import type { RevealedDelivery } from "@/lib/contract/order-view";
import { useOrderContext } from "./order-context";
import { useWhenLeft } from "./use-when-left";

type Failure = "failed" | "limited" | "notHere";

export type Reveal = {
  reference: string;
  /** The shop could not be reached, so what is open comes from this device. */
  fromDevice: boolean;
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
  const { messages, locale, announce, reveal, still } = useOrderContext();
  const [deliveries, setDeliveries] = useState(NONE);
  const [fromDevice, setFromDevice] = useState(false);
  const [busyId, setBusyId] = useState<string>();
  const [failure, setFailure] = useState<Reveal["failure"]>();

  useWhenLeft(useCallback(() => setDeliveries(NONE), []));

  const show = useCallback(
    async (id: string) => {
      setBusyId(id);
      setFailure(undefined);
      const answer = await reveal(reference, locale);
      const isUnreached = !answer.ok && UNREACHED.has(answer.status) && !still;
      const delivery = answer.ok
        ? answer.value.find((candidate) => candidate.id === id)
        : isUnreached
          ? await keptDelivery(reference, id)
          : undefined;
      setBusyId(undefined);
      if (!delivery) {
        // An answer may be older than the word that the code is there.
        setFailure({ id, why: (!answer.ok && FAILURES[answer.status]) || "failed" });
        return;
      }
      setFromDevice(isUnreached);
      // A tab that was left while the answer was under way shows nothing.
      if (document.visibilityState === "hidden") return;
      setDeliveries((open) => new Map(open).set(id, delivery));
      announce(messages.code.shown);
    },
    [reference, locale, announce, messages, reveal, still],
  );

  const hide = useCallback((id: string) => {
    setDeliveries((open) => new Map([...open].filter(([known]) => known !== id)));
  }, []);

  return { reference, fromDevice, deliveries, busyId, failure, show, hide };
}

/** No connection, or a shop or seller that does not answer; a refusal is not among it. */
const UNREACHED: ReadonlySet<number> = new Set([0, 502, 503, 504]);

async function keptDelivery(reference: string, id: string): Promise<RevealedDelivery | undefined> {
  try {
    const { findKeptCodes } = await import("@/lib/device/vault");
    const kept = await findKeptCodes(reference);
    return kept?.codes.find((code) => code.id === id);
  } catch {
    // Without its script or its database the vault holds nothing to fall back on.
    return undefined;
  }
}
