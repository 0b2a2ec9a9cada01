"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { Phase } from "@/lib/contract/order-view";
import type { ListedOrder } from "@/lib/device/vault";
import { HANDLING } from "@/lib/orders/status";
import { forgetEverywhere } from "./forget-everywhere";
import type { OrdersMessages } from "./orders-messages";

type Props = {
  order: ListedOrder | undefined;
  phase: Phase | undefined;
  messages: OrdersMessages;
  onClose: () => void;
  onForgotten: () => void;
};

export function ForgetDialog({ order, phase, messages, onClose, onForgotten }: Props) {
  const text = messages.list;
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");

  function close() {
    setState("idle");
    onClose();
  }

  async function forget() {
    if (!order) return;
    setState("busy");
    const isOver = phase !== undefined && HANDLING[phase].final;
    if (!(await forgetEverywhere(order.reference, isOver))) {
      setState("failed");
      return;
    }
    close();
    onForgotten();
  }

  return (
    <Dialog
      open={order !== undefined}
      onClose={close}
      title={text.forgetTitle}
      closeLabel={text.forgetNo}
    >
      <p className="break-words font-medium">{order?.title}</p>
      <p className="mt-2">{text.forgetText}</p>
      {state === "failed" && (
        <Notice tone="danger" role="alert" className="mt-4">
          {text.failed}
        </Notice>
      )}
      <div className="mt-6 flex flex-wrap gap-3">
        <Button variant="danger" busy={state === "busy"} onClick={() => void forget()}>
          {text.forgetYes}
        </Button>
        <Button variant="secondary" onClick={close}>
          {text.forgetNo}
        </Button>
      </div>
    </Dialog>
  );
}
