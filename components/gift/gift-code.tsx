"use client";

import { CodeParts } from "@/components/order/code-parts";
import { EsimInstall } from "@/components/order/esim-install";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { Gift } from "@/lib/gift/gift";
import { fill } from "@/lib/i18n/fill";
import type { GiftMessages } from "./gift-messages";

type Props = { gift: Gift; words: GiftMessages["page"]; title: string };

/** What can be redeemed. A link is a button that names its host: nobody has vouched for where it leads. */
export function GiftCode({ gift, words, title }: Props) {
  const { code, codeUrl, serial, securityCode, lpa } = gift;
  const host = codeUrl === undefined ? "" : new URL(codeUrl).host;
  return (
    <div className="grid gap-5">
      {codeUrl && (
        <div className="grid gap-2">
          <ButtonLink
            href={codeUrl}
            target="_blank"
            rel="noreferrer noopener"
            size="lg"
            className="flex-col gap-0.5"
            data-testid="code-link"
          >
            <span className="inline-flex items-center gap-2">
              <Icon name="external" />
              {words.open}
            </span>
            <span dir="ltr" className="max-w-full font-normal text-sm [overflow-wrap:anywhere]">
              {host}
            </span>
          </ButtonLink>
          <p className="text-sm [overflow-wrap:anywhere]">{fill(words.openText, { host })}</p>
        </div>
      )}
      <CodeParts code={code} serial={serial} securityCode={securityCode} />
      {lpa && <EsimInstall esim={{ lpa }} title={title} />}
    </div>
  );
}
