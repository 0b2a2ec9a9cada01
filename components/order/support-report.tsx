"use client";

import { useState } from "react";
import { Icon } from "@/components/ui/icon";
import type { OrderView } from "@/lib/contract/order-view";
import { CopyButton } from "./copy-button";
import { useOrderContext } from "./order-context";
import { toReport } from "./to-report";

/** Everything that support asks for, in one copy; never a code, never the whole e-mail address. */
export function SupportReport({ view }: { view: OrderView }) {
  const { messages, locale } = useOrderContext();
  const [report, setReport] = useState<string>();
  const { email, url } = view.support;
  const makeReport = () =>
    toReport(view, messages.report, new Date(), `${navigator.userAgent}, ${locale}`);
  return (
    <div className="flex w-full flex-col items-start gap-3">
      <p className="text-muted text-sm">{messages.tools.reportText}</p>
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
