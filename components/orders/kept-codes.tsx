"use client";

import { useEffect, useState } from "react";
import { useOrderContext } from "@/components/order/order-context";
import { Revealed } from "@/components/order/revealed";
import { useWhenLeft } from "@/components/order/use-when-left";
import { Notice } from "@/components/ui/notice";
import type { RevealedDelivery } from "@/lib/contract/order-view";
import { findKeptCodes } from "@/lib/device/vault";

type Props = { reference: string; title: string; onLeft: () => void; onGone: () => void };

/**
 * Codes from this device's own vault; no connection is needed. They close when the tab is left. Where
 * another tab has locked or emptied the vault meanwhile, there is nothing to show.
 */
export function KeptCodes({ reference, title, onLeft, onGone }: Props) {
  const { messages, announce } = useOrderContext();
  const [codes, setCodes] = useState<RevealedDelivery[]>([]);
  const [damaged, setDamaged] = useState(false);

  useEffect(() => {
    let left = false;
    const show = (kept: Awaited<ReturnType<typeof findKeptCodes>>) => {
      // A tab that was left while the vault opened shows nothing.
      if (left || document.visibilityState === "hidden") return;
      if (!kept || kept.codes.length + kept.damaged === 0) {
        onGone();
        return;
      }
      setCodes(kept.codes);
      setDamaged(kept.damaged > 0);
      if (kept.codes.length > 0) announce(messages.code.shown);
    };
    // A browser may refuse its database at any time.
    findKeptCodes(reference).then(show, () => show(undefined));
    return () => {
      left = true;
    };
  }, [reference, announce, messages, onGone]);

  useWhenLeft(onLeft);

  return (
    <div
      className="mt-2 flex flex-col gap-6 rounded-card border border-line bg-sunken p-4"
      data-testid="kept-codes"
    >
      {codes.map((code) => (
        <Revealed key={code.id} delivery={code} title={title} />
      ))}
      {damaged && (
        <Notice tone="warn" role="alert">
          {messages.code.damaged}
        </Notice>
      )}
      {codes.length > 0 && <p className="text-muted text-sm">{messages.code.private}</p>}
    </div>
  );
}
