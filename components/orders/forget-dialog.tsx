"use client";

import { useState } from "react";
import type { OrderMessages } from "@/components/order/order-messages";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { forgetEverywhere } from "./forget-everywhere";

type Words = "forgetTitle" | "forgetText" | "forgetYes" | "forgetNo" | "forgetFailed";

type Props = {
  reference: string;
  /** Its name, where there are several. */
  name?: string;
  isOver: boolean;
  words: Pick<OrderMessages["tools"], Words>;
  onClose: () => void;
  onForgotten: () => void;
};

/** The last question before this browser lets go of an order. */
export function ForgetDialog({ reference, name, isOver, words, onClose, onForgotten }: Props) {
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");

  async function forget() {
    setState("busy");
    if (await forgetEverywhere(reference, isOver)) onForgotten();
    else setState("failed");
  }

  return (
    <Dialog open onClose={onClose} title={words.forgetTitle} closeLabel={words.forgetNo}>
      {name && <p className="mb-2 break-words font-medium">{name}</p>}
      <p>{words.forgetText}</p>
      {state === "failed" && (
        <Notice tone="danger" role="alert" className="mt-4">
          {words.forgetFailed}
        </Notice>
      )}
      <div className="mt-6 flex flex-wrap gap-3">
        <Button variant="danger" busy={state === "busy"} onClick={() => void forget()}>
          {words.forgetYes}
        </Button>
        <Button variant="secondary" onClick={onClose}>
          {words.forgetNo}
        </Button>
      </div>
    </Dialog>
  );
}
