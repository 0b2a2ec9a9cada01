import type { Ref } from "react";

type Props = { address: string; ref?: Ref<HTMLElement> };

const ENDS = 6;
const GROUP = 4;

/**
 * An address in full, in groups that the eye can follow, its ends emphasised. The groups are spaced by
 * style alone: the text holds the address and nothing else, so that a selection copies it exactly.
 */
export function AddressText({ address, ref }: Props) {
  const short = address.length <= 2 * ENDS;
  const start = short ? address : address.slice(0, ENDS);
  const middle = short ? "" : address.slice(ENDS, -ENDS);
  const end = short ? "" : address.slice(-ENDS);
  const groups = middle.match(new RegExp(`.{1,${GROUP}}`, "gu")) ?? [];
  return (
    <code
      ref={ref}
      translate="no"
      dir="ltr"
      className="notranslate block break-all font-mono text-base leading-7"
      data-testid="pay-address"
    >
      <strong className="me-1.5 inline-block font-semibold text-ink">{start}</strong>
      {groups.map((group, index) => (
        // The groups of one address never change their order.
        // biome-ignore lint/suspicious/noArrayIndexKey: position is identity here
        <span key={index} className="me-1.5 inline-block text-muted">
          {group}
        </span>
      ))}
      {end && <strong className="inline-block font-semibold text-ink">{end}</strong>}
    </code>
  );
}
