"use client";

import { useState } from "react";
import { useOrderContext } from "@/components/order/order-context";
import { OrderTime } from "@/components/order/order-time";
import { Button, ButtonLink } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import type { OrderView } from "@/lib/contract/order-view";
import { fill } from "@/lib/i18n/fill";
import { explorerUrl } from "@/lib/payment/explorers";
import { useWallet } from "./wallet-context";

type Props = {
  view: OrderView;
  /** The order could still be paid, so the buyer may say that nothing was sent. */
  open: boolean;
  /** A part has arrived, and only the rest is open. */
  rest: boolean;
};

/** What a wallet was asked to send, from that moment until the seller has found it. */
export function SentCard({ view, open, rest }: Props) {
  const { messages, locale } = useOrderContext();
  const wallet = useWallet();
  if (!wallet?.sent) return null;
  const { words, sent, attempt } = wallet;
  const text = words.sent;
  const { coin, network } = view.payment;
  // Once nothing may be sent any more, a request that is still open is none to confirm.
  const isAwaited = open && attempt.kind === "running" && !sent.hash;
  const awaited = isAwaited ? attempt.wallet : undefined;
  const answer = awaited !== undefined ? "awaited" : sent.hash ? "hash" : "unanswered";
  const [heading, explanation] = {
    awaited: [fill(text.asking, { wallet: awaited ?? "" }), text.askingText],
    hash: [text.hash, text.hashText],
    unanswered: [text.unanswered, text.unansweredText],
  }[answer];
  const explorer = sent.hash && explorerUrl("transaction", coin, network, sent.hash);
  return (
    <section
      className="flex flex-col gap-4 rounded-card border border-line bg-surface px-4 py-6 sm:px-6"
      data-testid="sent-card"
      data-answer={answer}
    >
      <div role="status">
        <h2 className="font-semibold text-lg">{heading}</h2>
        <p className="mt-1 max-w-prose">{explanation}</p>
        {rest && awaited === undefined && <p className="mt-2 max-w-prose">{text.restText}</p>}
      </div>
      <dl className="grid gap-3 text-sm">
        {sent.sentAt !== "" && (
          <div>
            <dt className="text-muted">{text.when}</dt>
            <dd>
              <OrderTime
                iso={sent.sentAt}
                locale={locale}
                utcTemplate={messages.details.utc}
                withDate
              />
            </dd>
          </div>
        )}
        {sent.hash && (
          <div>
            <dt className="text-muted">{text.transaction}</dt>
            <dd className="break-all font-mono" dir="ltr" translate="no">
              {sent.hash}
            </dd>
          </div>
        )}
      </dl>
      {awaited === undefined && (
        <div className="flex flex-wrap gap-3">
          {explorer && (
            <ButtonLink
              href={explorer}
              variant="secondary"
              target="_blank"
              rel="noopener noreferrer"
            >
              <Icon name="external" />
              {text.explorer}
            </ButtonLink>
          )}
          {open && <Release view={view} rest={rest} />}
        </div>
      )}
    </section>
  );
}

/** The only way back to paying: the buyer's own word, given twice. */
function Release({ view, rest }: Omit<Props, "open">) {
  const wallet = useWallet();
  const [asking, setAsking] = useState(false);
  const [stillOpen, setStillOpen] = useState(false);
  if (!wallet) return null;
  const text = wallet.words.sent;
  const { coin, amount = "", missing = "" } = view.payment;
  const release = async () => {
    setStillOpen(!(await wallet.release()));
    setAsking(false);
  };
  return (
    <>
      <Button variant="quiet" onClick={() => setAsking(true)}>
        {rest ? text.rest : text.nothing}
      </Button>
      {stillOpen && (
        <Notice tone="warn" role="alert">
          {text.stillOpen}
        </Notice>
      )}
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={text.confirmTitle}
        closeLabel={text.cancel}
      >
        <p>{fill(text.confirmText, { amount: rest ? missing : amount, coin })}</p>
        <div className="mt-5 flex flex-wrap gap-3">
          <Button variant="danger" onClick={() => void release()}>
            {text.confirm}
          </Button>
          <Button variant="secondary" onClick={() => setAsking(false)}>
            {text.cancel}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
