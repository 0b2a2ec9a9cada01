"use client";

import { useEffect, useState } from "react";
import { createPortal, flushSync } from "react-dom";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { RevealedDelivery } from "@/lib/contract/order-view";
import { useCodeContext } from "./code-context";
import { parseLpa } from "./parse-lpa";
import { QrImage } from "./qr-block";

type Props = { esim: NonNullable<RevealedDelivery["esim"]>; title: string };

/**
 * An eSIM on paper, to be scanned when the only screen at hand is the phone itself. The sheet is in the
 * page only while it is printed, so that the receipt stays what the browser's own command prints.
 */
export function EsimCard(props: Props) {
  const { messages } = useCodeContext();
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    if (!printing) return;
    const end = () => setPrinting(false);
    window.addEventListener("afterprint", end);
    return () => window.removeEventListener("afterprint", end);
  }, [printing]);

  const print = () => {
    // What is printed has to be there before the browser is asked to, in the same click.
    flushSync(() => setPrinting(true));
    window.print();
  };
  return (
    <>
      <div>
        <Button type="button" variant="secondary" onClick={print}>
          <Icon name="receipt" />
          {messages.esim.print}
        </Button>
      </div>
      {printing && createPortal(<Sheet {...props} />, document.body)}
    </>
  );
}

function Sheet({ esim: { lpa }, title }: Props) {
  const { messages } = useCodeContext();
  const text = messages.esim;
  const manual = parseLpa(lpa);
  const rows: [string, string | undefined][] = [
    [text.server, manual?.server],
    [text.activation, manual?.activation],
    [text.full, lpa],
  ];
  return (
    <article className="receipt esim-card" data-testid="esim-card">
      <h2>{title}</h2>
      <p>{text.title}</p>
      <QrImage value={lpa} title={text.qr} />
      <p>{text.qrText}</p>
      <p>{text.check}</p>
      <dl>
        {rows.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd dir="ltr" translate="no">
                  {value}
                </dd>
              </div>
            ),
        )}
      </dl>
      <ul>
        {manual?.needsConfirmation && <li>{text.confirmation}</li>}
        <li>{text.wifi}</li>
        <li>{text.once}</li>
        <li>{text.start}</li>
      </ul>
      <p>{text.cardPrivate}</p>
    </article>
  );
}
