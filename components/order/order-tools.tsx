"use client";

import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import type { OrderView } from "@/lib/contract/order-view";
import { isFramed } from "@/lib/device/frame-pass";
import { ordersPath } from "@/lib/urls";
import { useOrderContext } from "./order-context";
import { OrderDetails } from "./order-details";
import { SaveLink } from "./save-link";
import { SupportReport } from "./support-report";

/** The question and the device's memory come with the click. */
const ForgetDialog = lazy(async () => ({
  default: (await import("@/components/orders/forget-dialog")).ForgetDialog,
}));

/** Taking the order along, asking for help with it, looking things up, and letting go of it. */
export function OrderTools({ view }: { view: OrderView }) {
  const { messages, locale } = useOrderContext();
  const { tools, details } = messages;
  // The way back is offered openly before the buyer leaves for a wallet, and never folds by itself.
  const [linkOpen] = useState(view.phase === "awaiting_payment");
  const [forgetting, setForgetting] = useState(false);
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
          <Button variant="quiet" className="-ms-4" onClick={() => setForgetting(true)}>
            {tools.forget}
          </Button>
          {forgetting && (
            <Suspense>
              <ForgetDialog
                reference={view.reference}
                isOver={view.final}
                words={tools}
                onClose={() => setForgetting(false)}
                onForgotten={() => window.location.assign(ordersPath(locale))}
              />
            </Suspense>
          )}
        </div>
      )}
    </div>
  );
}
