import type { FaceValue } from "@/lib/contract/catalog";
import { fill } from "@/lib/i18n/fill";
import { sumOf, timesOf } from "@/lib/payment/amount";
import type { CheckoutLine, CheckoutMessages } from "./checkout-types";
import { faceOf } from "./face-of";
import { formatCoin, formatMoney } from "./format-money";
import { markupOf } from "./markup";
import { networkName } from "./payment-names";
import { repeated } from "./to-validation-body";
import type { Stage } from "./use-checkout";

type Props = {
  stage: Extract<Stage, { name: "review" }>;
  lines: readonly CheckoutLine[];
  messages: CheckoutMessages;
  locale: string;
};

/** What is bought, line by line, and the exact total that was checked. */
export function ReviewLines({ stage, lines, messages, locale }: Props) {
  const { checked, body } = stage;
  const bought = repeated(lines);
  const faces = lines.map((line) => {
    const at = bought.indexOf(line);
    return checked.lines[at]?.faceValue ?? faceOf(line, body.lines[at]?.value);
  });
  const markup = markupOfAll(lines, faces, checked.total, locale);
  return (
    <div className="grid gap-4 rounded-card border border-line bg-surface p-4 sm:p-6">
      <p className="grid gap-1">
        <span className="text-muted text-sm">{messages.payTotal}</span>
        <span className="font-semibold text-3xl tabular-nums tracking-tight [overflow-wrap:anywhere]">
          <bdi>{formatCoin(checked.total)}</bdi>
        </span>
        <span className="text-muted">
          {fill(messages.payOn, { network: networkName(body.payment) })}
        </span>
      </p>
      <dl className="grid gap-2 border-line border-t pt-4 text-sm">
        {lines.map((line, index) => {
          const face = faces[index];
          const label = face ? formatMoney(face, locale) : line.product.label;
          return (
            <Row
              key={line.key}
              label={line.quantity > 1 ? `${line.quantity} × ${line.brandName}` : line.brandName}
              text={label}
            />
          );
        })}
        {checked.discount ? (
          <Row label={messages.discountLabel} text={`−${formatCoin(checked.discount)}`} />
        ) : null}
        {markup ? <Row label={messages.markupLabel} text={markup} /> : null}
      </dl>
      {body.coupon !== undefined && !checked.discount ? (
        <p className="font-medium text-sm text-warn [overflow-wrap:anywhere]">
          {fill(messages.couponNothing, { code: body.coupon })}
        </p>
      ) : null}
    </div>
  );
}

function Row({ label, text }: { label: string; text: string }) {
  return (
    <div className="flex justify-between gap-4">
      <dt className="min-w-0 text-muted [overflow-wrap:anywhere]">{label}</dt>
      <dd className="text-end">
        <bdi>{text}</bdi>
      </dd>
    </div>
  );
}

/** Held against the sum of the values, where all of them are known and of one currency. */
function markupOfAll(
  lines: readonly CheckoutLine[],
  faces: readonly (FaceValue | undefined)[],
  total: { amount: string; coin: string },
  locale: string,
): string | undefined {
  const [first] = faces;
  if (!first || faces.some((face) => face?.currency !== first.currency)) return undefined;
  const amounts = faces.map((face, index) =>
    timesOf(face?.amount ?? "0", lines[index]?.quantity ?? 1),
  );
  return markupOf(total, { amount: sumOf(amounts), currency: first.currency }, locale);
}
