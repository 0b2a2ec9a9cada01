"use client";

import { lazy, Suspense } from "react";
import { GiveCode } from "@/components/gift/give-code";
import { Button, ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import type { LineView, RevealedDelivery } from "@/lib/contract/order-view";
import { isFramed } from "@/lib/device/frame-pass";
import { fill } from "@/lib/i18n/fill";
import { CodePicture } from "./code-picture";
import { EsimInstall } from "./esim-install";
import { lineTitle } from "./line-title";
import { useOrderContext } from "./order-context";
import { Secret } from "./secret";
import { useKeptFocus } from "./use-kept-focus";
import type { Reveal } from "./use-reveal";

type Props = { line: LineView; reveal: Reveal };

/** What keeps things on the device is loaded only once there is a code to keep. */
const KeepCode = lazy(async () => ({ default: (await import("./keep-code")).KeepCode }));

/** A code behind a click. Before the click it is nowhere in the page. */
export function RedeemCode({ line, reveal }: Props) {
  const { messages, still } = useOrderContext();
  const text = messages.code;
  const delivery = reveal.deliveries.get(line.id);
  const failure = reveal.failure?.id === line.id ? reveal.failure.why : undefined;
  const box = useKeptFocus<HTMLDivElement>(delivery !== undefined);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be one of a form, which this is not.
    <div
      ref={box}
      tabIndex={-1}
      role="group"
      aria-label={text.title}
      className="mt-4 rounded-card border border-line bg-sunken p-4"
      data-testid="redeem-code"
    >
      {delivery ? (
        <>
          {reveal.fromDevice && (
            <p className="mb-4" role="status">
              {text.fromDevice}
            </p>
          )}
          <Revealed delivery={delivery} title={lineTitle(line)} />
          {!still && !isFramed() && (
            <Suspense>
              <div className="mt-4">
                <KeepCode reference={reveal.reference} delivery={delivery} />
              </div>
            </Suspense>
          )}
          <div className="mt-4 flex flex-wrap items-center justify-between gap-3">
            <p className="text-muted text-sm">{text.private}</p>
            <Button
              type="button"
              variant="quiet"
              className="max-sm:-ms-4"
              onClick={() => reveal.hide(line.id)}
            >
              {text.hide}
            </Button>
          </div>
        </>
      ) : (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p>
            <span aria-hidden="true" className="font-mono text-lg text-muted tracking-widest">
              ••••&#8201;••••&#8201;••••
            </span>
            <span className="sr-only">{text.hidden}</span>
          </p>
          <Button
            type="button"
            variant="primary"
            size="lg"
            busy={reveal.busyId === line.id}
            onClick={() => void reveal.show(line.id)}
            data-testid="reveal"
          >
            <Icon name="eye" />
            {text.reveal}
          </Button>
        </div>
      )}
      <GiveCode line={line} delivery={delivery} />
      {failure && (
        <div className="mt-4">
          <Notice tone="warn" role="alert">
            {text[failure]}
          </Notice>
        </div>
      )}
    </div>
  );
}

export function Revealed({ delivery, title }: { delivery: RevealedDelivery; title: string }) {
  const { messages } = useOrderContext();
  const text = messages.code;
  const { code, codeUrl, serial, securityCode, esim, instructions } = delivery;
  const empty = !code && !codeUrl && !serial && !securityCode && !esim;
  return (
    <div className="flex flex-col gap-4">
      {empty && <p>{text.soon}</p>}
      {codeUrl && (
        <div className="flex flex-col gap-2">
          <CodeLink url={codeUrl} />
          <CodePicture value={codeUrl} link />
        </div>
      )}
      {code && (
        <div className="flex flex-col gap-2">
          <Secret name={text.title} value={code} copyLabel={text.copy} testId="code" large />
          <CodePicture value={code} />
        </div>
      )}
      {serial && <Secret name={text.serial} value={serial} copyLabel={text.copySerial} />}
      {securityCode && (
        <Secret name={text.securityCode} value={securityCode} copyLabel={text.copySecurityCode} />
      )}
      {esim && <EsimInstall esim={esim} title={title} />}
      {instructions && instructions.length > 0 && (
        <details>
          <summary className="min-h-11 cursor-pointer py-2 font-medium">
            {text.instructions}
          </summary>
          {instructions.map((paragraph) => (
            <p key={paragraph} className="mt-2 whitespace-pre-line text-sm">
              {paragraph}
            </p>
          ))}
        </details>
      )}
    </div>
  );
}

/** A link is a button that says where it leads, never a text to copy by hand. */
function CodeLink({ url }: { url: string }) {
  const { messages } = useOrderContext();
  return (
    <div>
      <ButtonLink
        href={url}
        target="_blank"
        rel="noreferrer noopener"
        variant="primary"
        size="lg"
        data-testid="code-link"
      >
        <Icon name="external" />
        {messages.code.open}
      </ButtonLink>
      <p className="mt-2 break-all text-muted text-sm">
        {fill(messages.code.opens, { host: new URL(url).host })}
      </p>
    </div>
  );
}
