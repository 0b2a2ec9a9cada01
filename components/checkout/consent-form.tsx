import { type ReactNode, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { describedBy } from "@/components/ui/described-by";
import { fill } from "@/lib/i18n/fill";
import type { CheckoutLine, CheckoutMessages } from "./checkout-types";
import { fitNotes } from "./fit-notes";
import { useSecondsLeft } from "./use-seconds-left";

type Props = {
  /** Kept but not shown while something else has to be decided first. */
  hidden: boolean;
  busy: boolean;
  waitFor: { seconds: number } | undefined;
  lines: readonly CheckoutLine[];
  payment: { coin: string; network: string; via: string | undefined };
  seller: ReactNode;
  messages: CheckoutMessages;
  onConfirm: () => void;
  onBack: () => void;
};

type Consent = { name: string; text: string; more?: ReactNode };

/** What the buyer has to have read, and the button that creates the order. */
export function ConsentForm(props: Props) {
  const { busy, hidden, messages } = props;
  const [given, setGiven] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState(false);
  const secondsLeft = useSecondsLeft(props.waitFor);
  const form = useRef<HTMLFormElement>(null);
  const consents = consentsFor(props);

  const confirm = () => {
    if (busy || secondsLeft > 0) return;
    const missing = consents.find(({ name }) => !given.has(name));
    setAsked(true);
    if (missing) form.current?.querySelector<HTMLElement>(`#consent-${missing.name}`)?.focus();
    else props.onConfirm();
  };
  const toggle = (name: string, on: boolean) => {
    const next = new Set(given);
    if (on) next.add(name);
    else next.delete(name);
    setGiven(next);
  };

  return (
    <form
      ref={form}
      hidden={hidden}
      noValidate
      className={hidden ? "hidden" : "grid gap-5 pt-2"}
      onSubmit={(event) => {
        event.preventDefault();
        confirm();
      }}
    >
      <fieldset disabled={busy} className="grid gap-1">
        <legend className="mb-1 font-semibold">{messages.consentsTitle}</legend>
        {consents.map((consent) => (
          <ConsentRow
            key={consent.name}
            consent={consent}
            checked={given.has(consent.name)}
            error={asked && !given.has(consent.name) ? messages.consentMissing : undefined}
            onToggle={(on) => toggle(consent.name, on)}
          />
        ))}
      </fieldset>
      {props.seller}
      <div className="grid gap-3">
        <Button type="submit" size="lg" busy={busy} disabled={secondsLeft > 0}>
          {busy ? messages.createBusy : messages.create}
        </Button>
        <p aria-live="polite" className="text-muted text-sm">
          {busy ? messages.createWait : messages.createNote}
        </p>
        <div>
          <Button variant="quiet" className="-ms-4" onClick={props.onBack} disabled={busy}>
            {messages.back}
          </Button>
        </div>
      </div>
    </form>
  );
}

function consentsFor({ lines, messages, payment }: Props): Consent[] {
  const refunds = {
    email: messages.consentRefundCode,
    phone: messages.consentRefundTopUp,
    account: messages.consentRefundAccount,
  };
  const targets = new Set(lines.map(({ product }) => product.deliversTo));
  return [
    ...oncePerBrand(lines).map((line) => termsOf(line, messages)),
    ...fitNotes(lines).map(({ line, place, text }) => ({
      name: `fit-${line.key}`,
      text: place === "elsewhere" ? fill(messages.consentFit, { verdict: text }) : text,
    })),
    ...(lines.some(({ isEsim }) => isEsim) ? [{ name: "device", text: messages.consentEsim }] : []),
    ...[...targets].map((target) => ({ name: `refund-${target}`, text: refunds[target] })),
    {
      name: "network",
      text: payment.via
        ? fill(messages.consentExternal, { coin: payment.coin, via: payment.via })
        : fill(messages.consentNetwork, { coin: payment.coin, network: payment.network }),
    },
  ];
}

/** The same brand has the same terms, whatever is bought of it. */
function oncePerBrand(lines: readonly CheckoutLine[]): CheckoutLine[] {
  return lines.filter(
    ({ country, slug }, index) =>
      lines.findIndex((other) => other.country === country && other.slug === slug) === index,
  );
}

function termsOf(line: CheckoutLine, messages: CheckoutMessages): Consent {
  const { brandName: brand, region, terms } = line;
  const text =
    region && region.length <= 160
      ? fill(messages.consentTermsRegion, { brand, region })
      : fill(messages.consentTerms, { brand });
  if (!terms) return { name: `terms-${line.key}`, text };
  const more = (
    <details className="ms-8 text-sm">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-brand underline underline-offset-2">
        {messages.consentTermsMore}
      </summary>
      <div className="mt-1 max-h-80 overflow-y-auto rounded-field border border-line bg-sunken p-3">
        {terms}
      </div>
    </details>
  );
  return { name: `terms-${line.key}`, text, more };
}

type RowProps = {
  consent: Consent;
  checked: boolean;
  error: string | undefined;
  onToggle: (on: boolean) => void;
};

function ConsentRow({ consent, checked, error, onToggle }: RowProps) {
  const id = `consent-${consent.name}`;
  return (
    <div>
      <Checkbox
        id={id}
        label={consent.text}
        checked={checked}
        required
        {...describedBy(id, { error })}
        onChange={(event) => onToggle(event.target.checked)}
      />
      {error ? (
        <p id={`${id}-error`} className="ms-8 font-medium text-danger text-sm">
          {error}
        </p>
      ) : null}
      {consent.more}
    </div>
  );
}
