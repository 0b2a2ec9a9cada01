"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { latePart } from "@/components/ui/late-part";
import { Notice } from "@/components/ui/notice";
import type { OrderView } from "@/lib/contract/order-view";
import { isFramed } from "@/lib/device/frame-pass";
import { ordersPath } from "@/lib/urls";
import { useOrderContext } from "./order-context";
import { OrderDetails } from "./order-details";
import { SaveLink } from "./save-link";
import { SupportReport } from "./support-report";

/** The question and the device's memory come with the click, and with the next one if they did not. */
const LateForgetDialog = latePart(
  async () => (await import("@/components/orders/forget-dialog")).ForgetDialog,
  ({ words }) => (
    <Notice tone="danger" role="alert">
      {words.forgetFailed}
    </Notice>
  ),
);

/** Taking the order along, asking for help with it, looking things up, and letting go of it. */
export function OrderTools({ view }: { view: OrderView }) {
  const { messages, locale } = useOrderContext();
  const { tools, details } = messages;
  // The way back is offered openly before the buyer leaves for a wallet, and never folds by itself.
  const [linkOpen] = useState(view.phase === "awaiting_payment");
  /** How often it was asked for; 0 while it is not. */
  const [forgetting, setForgetting] = useState(0);
  return (
    <div className="divide-y divide-line rounded-card border border-line bg-surface px-4 sm:px-6">
      <Disclosure title={details.title} testId="details">
        <OrderDetails view={view} />
      </Disclosure>
      <Disclosure title={tools.title} testId="save-link" open={linkOpen}>
        <SaveLink view={view} />
      </Disclosure>
      <Disclosure title={tools.help}>
        <SupportReport view={view} />
      </Disclosure>
      {isFramed() ? null : (
        <div className="py-2">
          <Button variant="quiet" className="-ms-4" onClick={() => setForgetting(forgetting + 1)}>
            {tools.forget}
          </Button>
          {forgetting > 0 && (
            <LateForgetDialog
              key={forgetting}
              reference={view.reference}
              isOver={view.final}
              words={tools}
              onClose={() => setForgetting(0)}
              onForgotten={() => window.location.assign(ordersPath(locale))}
            />
          )}
        </div>
      )}
    </div>
  );
}
