"use client";

import { useId, useState } from "react";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { useWallet } from "@/components/wallet/wallet-context";
import type { OrderView } from "@/lib/contract/order-view";
import { CopyButton } from "./copy-button";
import { useOrderContext } from "./order-context";
import { routesOf } from "./support-route";
import { toReport } from "./to-report";

/** Money may be on its way that the order does not know of. */
const HASH_ASKED: ReadonlySet<OrderView["phase"]> = new Set([
  "expired",
  "verifying",
  "failed",
  "canceled",
]);

/** Everything that support asks for, in one copy; never a code, never the whole e-mail address. */
export function SupportReport({ view }: { view: OrderView }) {
  const { messages, locale } = useOrderContext();
  const [report, setReport] = useState<string>();
  const sent = useWallet()?.sent;
  const [typed, setTyped] = useState<string>();
  const ownHash = typed ?? sent?.hash ?? "";
  const hashId = useId();
  const { email, url } = view.support;
  const makeReport = () =>
    toReport(view, messages.report, {
      now: new Date(),
      browser: navigator.userAgent,
      locale,
      ownHash: ownHash.trim(),
      sent,
    });
  return (
    <div className="flex w-full flex-col items-start gap-3">
      <ul className="list-disc ps-5 text-sm">
        {routesOf(view).map((route) => (
          <li key={route}>{messages.route.who[route]}</li>
        ))}
      </ul>
      <p className="text-muted text-sm">{messages.tools.reportText}</p>
      {HASH_ASKED.has(view.phase) && view.payment.transactions.length === 0 && (
        <div className="w-full">
          <Field id={hashId} label={messages.route.hash} hint={messages.route.hashHint}>
            <Input
              id={hashId}
              dir="ltr"
              autoComplete="off"
              spellCheck={false}
              maxLength={120}
              value={ownHash}
              onChange={(event) => setTyped(event.target.value)}
              aria-describedby={`${hashId}-hint`}
            />
          </Field>
        </div>
      )}
      <div className="flex flex-wrap gap-3">
        <CopyButton
          value={makeReport}
          label={messages.tools.report}
          what={messages.tools.reportShown}
          onCopied={setReport}
        />
        {email && (
          <a
            className="inline-flex min-h-11 items-center gap-2 underline underline-offset-4"
            href={`mailto:${email}`}
          >
            <Icon name="mail" />
            {email}
          </a>
        )}
        {url && (
          <a
            className="inline-flex min-h-11 items-center gap-2 underline underline-offset-4"
            href={url}
            target="_blank"
            rel="noreferrer noopener"
          >
            <Icon name="external" />
            {messages.after.support}
          </a>
        )}
      </div>
      {report && (
        <textarea
          readOnly
          aria-label={messages.tools.reportShown}
          value={report}
          rows={8}
          className="w-full rounded-field border border-line bg-sunken p-3 font-mono text-sm"
          data-testid="support-report"
        />
      )}
      <p className="text-muted text-sm">
        {messages.tools.answer} {messages.tools.never}
      </p>
    </div>
  );
}
