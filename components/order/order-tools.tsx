"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { OrderView } from "@/lib/contract/order-view";
import { deviceStorage, forgetOrder } from "@/lib/device/device-orders";
import { isFramed } from "@/lib/device/frame-pass";
import { ordersPath } from "@/lib/urls";
import { CopyButton } from "./copy-button";
import { copyText } from "./copy-text";
import { Disclosure } from "./disclosure";
import { forgetAccess, makeLink } from "./order-api";
import { useOrderContext } from "./order-context";
import { OrderDetails } from "./order-details";
import { SupportReport } from "./support-report";
import { useKeptFocus } from "./use-kept-focus";

/** Taking the order along, asking for help with it, looking things up, and letting go of it. */
export function OrderTools({ view }: { view: OrderView }) {
  const { messages } = useOrderContext();
  const { tools, details } = messages;
  return (
    <div className="divide-y divide-line rounded-card border border-line bg-surface px-4 sm:px-6">
      <Disclosure title={details.title} testId="details">
        <OrderDetails view={view} />
      </Disclosure>
      <Disclosure title={tools.title}>
        <SaveLink reference={view.reference} />
      </Disclosure>
      <Disclosure title={tools.help}>
        <SupportReport view={view} />
      </Disclosure>
      {isFramed() ? null : (
        <div className="py-2">
          <ForgetOrder reference={view.reference} />
        </div>
      )}
    </div>
  );
}

function SaveLink({ reference }: { reference: string }) {
  const { messages, locale, announce } = useOrderContext();
  const text = messages.tools;
  const [url, setUrl] = useState<string>();
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  const ref = useRef<HTMLInputElement>(null);

  async function save() {
    setState("busy");
    const answer = await makeLink(reference, locale);
    setState(answer.ok ? "idle" : "failed");
    if (!answer.ok) return;
    setUrl(answer.value);
    const outcome = await copyText(answer.value, undefined);
    announce(outcome === "copied" ? text.saved : text.made);
  }

  const about = useKeptFocus<HTMLParagraphElement>(url);
  return (
    <div>
      <p ref={about} tabIndex={-1} className="mb-3 text-muted text-sm">
        {text.saveText}
      </p>
      {url === undefined ? (
        <Button
          type="button"
          variant="secondary"
          busy={state === "busy"}
          onClick={() => void save()}
        >
          {text.save}
        </Button>
      ) : (
        <div className="flex flex-wrap gap-2">
          <input
            ref={ref}
            readOnly
            dir="ltr"
            value={url}
            aria-label={text.saveLabel}
            className="min-h-11 min-w-0 flex-1 rounded-field border border-line bg-sunken px-3"
            onFocus={(event) => event.currentTarget.select()}
          />
          <CopyButton value={url} label={text.saveCopy} what={text.saveLabel} textRef={ref} />
        </div>
      )}
      {state === "failed" && (
        <div className="mt-3">
          <Notice tone="warn" role="alert">
            {text.saveFailed}
          </Notice>
        </div>
      )}
    </div>
  );
}

function ForgetOrder({ reference }: { reference: string }) {
  const { messages, locale } = useOrderContext();
  const text = messages.tools;
  const [open, setOpen] = useState(false);
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");

  async function forget() {
    setState("busy");
    const answer = await forgetAccess(reference);
    // 404: the right is gone already, and the list should follow.
    if (!answer.ok && answer.status !== 404) {
      setState("failed");
      return;
    }
    forgetOrder(deviceStorage(), reference);
    window.location.assign(ordersPath(locale));
  }

  return (
    <>
      <Button type="button" variant="quiet" className="-ms-4" onClick={() => setOpen(true)}>
        {text.forget}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={text.forgetTitle}
        closeLabel={text.forgetNo}
      >
        <p>{text.forgetText}</p>
        {state === "failed" && (
          <div className="mt-4">
            <Notice tone="danger" role="alert">
              {text.forgetFailed}
            </Notice>
          </div>
        )}
        <div className="mt-6 flex flex-wrap gap-3">
          <Button
            type="button"
            variant="danger"
            busy={state === "busy"}
            onClick={() => void forget()}
          >
            {text.forgetYes}
          </Button>
          <Button type="button" variant="secondary" onClick={() => setOpen(false)}>
            {text.forgetNo}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
