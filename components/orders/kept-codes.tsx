"use client";

import { useEffect, useState } from "react";
import { useOrderContext } from "@/components/order/order-context";
import { Revealed } from "@/components/order/revealed";
import { useWhenLeft } from "@/components/order/use-when-left";
import type { RevealedDelivery } from "@/lib/contract/order-view";
import { findVaultOrder } from "@/lib/device/vault";

type Props = { reference: string; title: string; onLeft: () => void };

/** Codes from this device's own vault; no connection is needed. They close when the tab is left. */
export function KeptCodes({ reference, title, onLeft }: Props) {
  const { messages, announce } = useOrderContext();
  const [codes, setCodes] = useState<RevealedDelivery[]>([]);

  useEffect(() => {
    let left = false;
    void findVaultOrder(reference).then((order) => {
      // A tab that was left while the vault opened shows nothing.
      if (left || !order || document.visibilityState === "hidden") return;
      setCodes(order.codes);
      announce(messages.code.shown);
    });
    return () => {
      left = true;
    };
  }, [reference, announce, messages]);

  useWhenLeft(onLeft);

  return (
    <div
      className="mt-2 flex flex-col gap-6 rounded-card border border-line bg-sunken p-4"
      data-testid="kept-codes"
    >
      {codes.map((code) => (
        <Revealed key={code.id} delivery={code} title={title} />
      ))}
      <p className="text-muted text-sm">{messages.code.private}</p>
    </div>
  );
}
