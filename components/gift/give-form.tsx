"use client";

import { type FormEvent, useId, useState } from "react";
import { useCodeContext } from "@/components/order/code-context";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { describedBy } from "@/components/ui/described-by";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { CONTROL } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { MAX_WORDS } from "@/lib/gift/gift";
import { isLongEnough, suggestPassphrase } from "@/lib/gift/passphrase";
import { countCharacters, plainWords } from "@/lib/gift/plain-text";
import { fill } from "@/lib/i18n/fill";
import type { GiftMessages } from "./gift-messages";
import { PassphraseInput } from "./passphrase-input";

export type Draft = { words: string; locked: boolean; passphrase: string };

type Props = {
  draft: Draft;
  onDraft: (draft: Draft) => void;
  words: GiftMessages["make"];
  /** Whether a link could be made. */
  onSubmit: () => Promise<boolean>;
};

/** What the giver says, how the gift is locked, and what to know before it is given. */
export function GiveForm({ draft, onDraft, words, onSubmit }: Props) {
  const { locale } = useCodeContext();
  const id = useId();
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  const [tried, setTried] = useState(false);
  const left = MAX_WORDS - countCharacters(plainWords(draft.words));
  const over = left < 0 ? fill(words.wordsOver, { count: -left }, locale) : undefined;
  const isShort = draft.locked && !isLongEnough(draft.passphrase);
  const short = tried && isShort ? words.passphraseShort : undefined;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    const fault = over ? `${id}-words` : isShort ? `${id}-passphrase` : undefined;
    if (fault) {
      document.getElementById(fault)?.focus();
      return;
    }
    setState("busy");
    const isMade = await onSubmit();
    if (!isMade) setState("failed");
  }

  return (
    <form noValidate className="grid gap-5" onSubmit={(event) => void submit(event)}>
      <p className="text-muted">{words.intro}</p>
      <Field id={`${id}-words`} label={words.wordsLabel} hint={words.wordsHint} error={over}>
        <textarea
          id={`${id}-words`}
          rows={4}
          dir="auto"
          value={draft.words}
          onChange={({ target }) => onDraft({ ...draft, words: target.value })}
          className={`${CONTROL} py-2.5`}
          aria-describedby={`${id}-words-hint ${id}-words-${over ? "error" : "left"}`}
          aria-invalid={over ? true : undefined}
        />
        {over ? null : (
          <p
            id={`${id}-words-left`}
            className="text-end text-muted text-sm tabular-nums"
            data-testid="words-left"
          >
            {fill(words.wordsLeft, { count: left }, locale)}
          </p>
        )}
      </Field>
      <div className="grid gap-3">
        <Checkbox
          label={words.lock}
          checked={draft.locked}
          onChange={({ target }) => onDraft({ ...draft, locked: target.checked })}
        />
        {draft.locked && (
          <Field
            id={`${id}-passphrase`}
            label={words.passphraseLabel}
            hint={words.passphraseHint}
            error={short}
          >
            <div className="flex flex-wrap gap-2">
              <PassphraseInput
                id={`${id}-passphrase`}
                value={draft.passphrase}
                onType={(passphrase) => onDraft({ ...draft, passphrase })}
                className="min-w-0 flex-1 basis-48"
                {...describedBy(`${id}-passphrase`, { hint: words.passphraseHint, error: short })}
              />
              <Button
                variant="secondary"
                onClick={() => onDraft({ ...draft, passphrase: suggestPassphrase() })}
              >
                {words.suggest}
              </Button>
            </div>
          </Field>
        )}
      </div>
      <Notice tone="warn" title={words.before}>
        <ul className="grid list-disc gap-1 ps-4">
          <li>{words.bearer}</li>
          <li>{words.unused}</li>
          <li>{words.final}</li>
        </ul>
      </Notice>
      {state === "failed" && (
        <Notice tone="danger" role="alert">
          {words.failed}
        </Notice>
      )}
      <Button type="submit" size="lg" busy={state === "busy"} data-testid="make-gift">
        <Icon name="gift" />
        {words.submit}
      </Button>
    </form>
  );
}
