"use client";

import { useCallback, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useKeptFocus } from "@/components/ui/use-kept-focus";
import type { OrderView } from "@/lib/contract/order-view";
import { fill } from "@/lib/i18n/fill";
import { formatLocale } from "@/lib/i18n/format-locale";
import { ordersPath } from "@/lib/urls";
import { CopyButton } from "./copy-button";
import { copyText } from "./copy-text";
import { makeLink, type SavedLink } from "./order-api";
import { useOrderContext } from "./order-context";
import { useWhenLeft } from "./use-when-left";

type Scope = OrderView["scope"];
type Made = SavedLink & { scope: Scope };

/** A link that brings the order to another browser, for everything or for paying alone. */
export function SaveLink({ view }: { view: OrderView }) {
  const { messages, locale, announce } = useOrderContext();
  const text = messages.tools;
  const [scope, setScope] = useState<Scope>("full");
  const [made, setMade] = useState<Made>();
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  const box = useKeptFocus<HTMLDivElement>(made);

  // A link that opens everything is worth as much as the codes.
  useWhenLeft(
    useCallback(() => setMade((link) => (link?.scope === "full" ? undefined : link)), []),
  );

  if (view.scope === "pay") {
    return (
      <p className="text-sm">
        {text.followOnly}{" "}
        <a className="underline underline-offset-4" href={ordersPath(locale)}>
          {text.find}
        </a>
      </p>
    );
  }

  async function save() {
    setState("busy");
    const answer = await makeLink(view.reference, scope, locale);
    setState(answer.ok ? "idle" : "failed");
    if (!answer.ok) return;
    if (scope === "full" && document.visibilityState === "hidden") return;
    setMade({ ...answer.value, scope });
    const outcome = await copyText(answer.value.url, undefined);
    announce(outcome === "copied" ? text.saved : text.made);
  }

  if (made) {
    return (
      <div ref={box} tabIndex={-1}>
        <MadeLink made={made} onOther={() => setMade(undefined)} />
      </div>
    );
  }
  return (
    <div ref={box} tabIndex={-1}>
      <p className="mb-3 text-muted text-sm">{text.saveText}</p>
      <fieldset className="mb-3">
        <legend className="sr-only">{text.scope}</legend>
        {(["full", "pay"] as const).map((kind) => (
          <label key={kind} className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
            <input
              type="radio"
              name="link-scope"
              checked={scope === kind}
              onChange={() => setScope(kind)}
              className="mt-0.5 size-5 shrink-0 accent-brand"
            />
            <span>
              <span className="block font-medium">{text[kind]}</span>
              <span className="block text-muted text-sm">{text[`${kind}Text`]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Button variant="secondary" busy={state === "busy"} onClick={() => void save()}>
        {text.save}
      </Button>
      {state === "failed" && (
        <Notice tone="warn" role="alert" className="mt-3">
          {text.saveFailed}
        </Notice>
      )}
    </div>
  );
}

function MadeLink({ made, onOther }: { made: Made; onOther: () => void }) {
  const { messages, locale } = useOrderContext();
  const text = messages.tools;
  const ref = useRef<HTMLInputElement>(null);
  const format = { dateStyle: "medium", timeStyle: "short" } as const;
  const until = new Intl.DateTimeFormat(formatLocale(locale), format).format(
    new Date(made.expiresAt),
  );
  return (
    <div>
      <p className="font-medium">{text[made.scope]}</p>
      <p className="mb-3 text-muted text-sm">
        {text[`${made.scope}Text`]} {fill(text.until, { time: until })}
      </p>
      <div className="flex flex-wrap gap-2">
        <input
          ref={ref}
          readOnly
          dir="ltr"
          value={made.url}
          aria-label={text.saveLabel}
          className="min-h-11 min-w-0 flex-1 rounded-field border border-line bg-sunken px-3"
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton value={made.url} label={text.saveCopy} what={text.saveLabel} textRef={ref} />
      </div>
      <Button variant="quiet" className="-ms-4" onClick={onOther}>
        {text.other}
      </Button>
    </div>
  );
}
