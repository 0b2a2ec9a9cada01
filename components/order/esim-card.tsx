"use client";

import { PrintButton } from "@/components/ui/print-button";
import type { RevealedDelivery } from "@/lib/contract/order-view";
import { useCodeContext } from "./code-context";
import { parseLpa } from "./parse-lpa";
import { QrImage } from "./qr-image";

type Props = { esim: NonNullable<RevealedDelivery["esim"]>; title: string };

/** An eSIM on paper, to be scanned when the only screen at hand is the phone itself. */
export function EsimCard(props: Props) {
  const { messages } = useCodeContext();
  return (
    <div>
      <PrintButton label={messages.esim.print}>
        <Sheet {...props} />
      </PrintButton>
    </div>
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
