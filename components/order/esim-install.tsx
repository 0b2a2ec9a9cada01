"use client";

import { ButtonLink } from "@/components/ui/button";
import type { RevealedDelivery } from "@/lib/contract/order-view";
import { useCodeContext } from "./code-context";
import { EsimCard } from "./esim-card";
import { installLink, parseLpa } from "./parse-lpa";
import { QrImage } from "./qr-image";
import { Secret } from "./secret";

type Esim = NonNullable<RevealedDelivery["esim"]>;

/** An eSIM in every way a phone can take it: links on the phone itself, a code from another screen, by hand. */
export function EsimInstall({ esim, title }: { esim: Esim; title: string }) {
  const { messages } = useCodeContext();
  const text = messages.esim;
  const manual = parseLpa(esim.lpa);
  const links = [
    { url: esim.appleUrl ?? (manual && installLink("apple", esim.lpa)), label: text.apple },
    { url: esim.androidUrl ?? (manual && installLink("android", esim.lpa)), label: text.android },
    { url: esim.installUrl, label: text.install },
  ];
  return (
    <div className="flex flex-col gap-4">
      <h3 className="font-semibold">{text.title}</h3>
      <p className="text-sm">{text.check}</p>
      <div className="flex flex-wrap gap-3">
        {links.map(
          ({ url, label }) =>
            url && (
              <ButtonLink
                key={label}
                href={url}
                target="_blank"
                rel="noreferrer noopener"
                variant="secondary"
              >
                {label}
              </ButtonLink>
            ),
        )}
      </div>
      <div className="flex flex-col items-center gap-2 sm:items-start">
        <QrImage value={esim.lpa} title={text.qr} />
        <p className="text-muted text-sm">
          {text.qrText} {text.scanOther}
        </p>
      </div>
      <details>
        <summary className="min-h-11 cursor-pointer py-2 font-medium">{text.manual}</summary>
        <div className="mt-2 flex flex-col gap-3">
          {manual && (
            <>
              <Secret name={text.server} value={manual.server} copyLabel={text.copyServer} />
              <Secret
                name={text.activation}
                value={manual.activation}
                copyLabel={text.copyActivation}
              />
            </>
          )}
          <Secret name={text.full} value={esim.lpa} copyLabel={text.copyFull} />
        </div>
      </details>
      <EsimCard esim={esim} title={title} />
      <ul className="list-disc ps-5 text-sm">
        {manual?.needsConfirmation && <li>{text.confirmation}</li>}
        <li>{text.wifi}</li>
        <li>{text.once}</li>
        <li>{text.start}</li>
      </ul>
    </div>
  );
}
