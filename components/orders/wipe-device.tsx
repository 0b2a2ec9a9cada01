"use client";

import { useState } from "react";
import { forgetAllAccess } from "@/components/order/order-api";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { wipeDevice } from "@/lib/device/wipe-device";
import type { OrdersMessages } from "./orders-messages";

type Props = { messages: OrdersMessages; onWiped: () => void; onKept: () => void };

/**
 * Deletes whatever the shop keeps here. The rights are cookies that only the shop can end, which needs a
 * connection; what lies on the device goes without one, unless the browser fails to delete it.
 */
export function WipeDevice({ messages, onWiped, onKept }: Props) {
  const text = messages.device;
  const [open, setOpen] = useState(false);
  const [state, setState] = useState<"idle" | "busy" | "done" | "partly" | "left">("idle");

  async function wipe() {
    setState("busy");
    const answer = await forgetAllAccess();
    const isGone = await wipeDevice();
    setOpen(false);
    if (isGone) {
      setState(answer.ok ? "done" : "partly");
      onWiped();
    } else {
      setState("left");
      onKept();
    }
  }

  return (
    <div className="py-4">
      <Button variant="quiet" className="-ms-4" onClick={() => setOpen(true)}>
        {text.wipe}
      </Button>
      <div role="status">
        {state === "done" && <Notice tone="ok">{text.wipeDone}</Notice>}
        {state === "partly" && <Notice tone="warn">{text.wipePartly}</Notice>}
        {state === "left" && <Notice tone="danger">{text.wipeLeft}</Notice>}
      </div>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={text.wipeTitle}
        closeLabel={text.wipeNo}
      >
        <p>{text.wipeText}</p>
        <p className="mt-3 font-medium">{text.wipeWarn}</p>
        <div className="mt-6 flex flex-wrap gap-3">
          <Button variant="danger" busy={state === "busy"} onClick={() => void wipe()}>
            {text.wipeYes}
          </Button>
          <Button variant="secondary" onClick={() => setOpen(false)}>
            {text.wipeNo}
          </Button>
        </div>
      </Dialog>
    </div>
  );
}
