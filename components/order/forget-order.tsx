"use client";

import { useState } from "react";
import { forgetEverywhere } from "@/components/orders/forget-everywhere";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { ordersPath } from "@/lib/urls";
import { useOrderContext } from "./order-context";

type Props = { reference: string; isOver: boolean; onClose: () => void };

/** The last question before this browser lets go of an order. */
export function ForgetOrder({ reference, isOver, onClose }: Props) {
  const { messages, locale } = useOrderContext();
  const text = messages.tools;
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");

  async function forget() {
    setState("busy");
    if (await forgetEverywhere(reference, isOver)) window.location.assign(ordersPath(locale));
    else setState("failed");
  }

  return (
    <Dialog open onClose={onClose} title={text.forgetTitle} closeLabel={text.forgetNo}>
      <p>{text.forgetText}</p>
      {state === "failed" && (
        <Notice tone="danger" role="alert" className="mt-4">
          {text.forgetFailed}
        </Notice>
      )}
      <div className="mt-6 flex flex-wrap gap-3">
        <Button variant="danger" busy={state === "busy"} onClick={() => void forget()}>
          {text.forgetYes}
        </Button>
        <Button variant="secondary" onClick={onClose}>
          {text.forgetNo}
        </Button>
      </div>
    </Dialog>
  );
}
