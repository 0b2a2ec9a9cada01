"use client";

import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { RevealedDelivery } from "@/lib/contract/order-view";
import { fill } from "@/lib/i18n/fill";
import { CodeParts } from "./code-parts";
import { CodePicture } from "./code-picture";
import { EsimInstall } from "./esim-install";
import { useOrderContext } from "./order-context";

/** What was delivered, in the open: code, link, serial, eSIM and how to use them. */
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
      <CodeParts code={code} serial={serial} securityCode={securityCode} />
      {esim && <EsimInstall esim={esim} title={title} />}
      {instructions && instructions.length > 0 && (
        <details>
          <summary className="min-h-11 cursor-pointer py-2 font-medium">
            {text.instructions}
          </summary>
          {instructions.map((paragraph) => (
            <p key={paragraph} dir="auto" className="mt-2 whitespace-pre-line text-sm">
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
