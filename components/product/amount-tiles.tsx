import type { ReactNode } from "react";
import { formatCoin } from "@/components/checkout/format-money";
import { classNames } from "@/components/ui/class-names";
import type { CoinAmount } from "@/lib/contract/catalog";
import type { AmountOption } from "./amount-option";

/** The value of the tile that stands for the range. */
export const RANGE_CHOICE = "range";

export type AmountTilesProps = {
  legend: string;
  /** What orders and narrows the options, where there are many. */
  tools?: ReactNode;
  options: readonly AmountOption[];
  chosen: string;
  onChoose: (denomination: string) => void;
  priceOf: (denomination: string) => CoinAmount | undefined;
  /** What one unit of a plan costs, in words, so that plans can be compared. */
  unitPriceOf?: ((option: AmountOption) => string | undefined) | undefined;
  /** The label of a last tile for an amount of one's own, where the brand has both. */
  otherLabel?: string | undefined;
};

/** One radio button a tile; plans get a line each, for they say more than an amount. */
export function AmountTiles(props: AmountTilesProps) {
  const { legend, tools, options, chosen, onChoose, priceOf, unitPriceOf, otherLabel } = props;
  const isList = options.some(({ notes, label }) => notes.length > 0 || label.length > 14);
  return (
    <fieldset>
      <legend className="mb-3 font-semibold text-lg">{legend}</legend>
      {tools ? <div className="mb-4">{tools}</div> : null}
      <div className={classNames("grid gap-2", !isList && "grid-cols-2 min-[30rem]:grid-cols-3")}>
        {options.map((option) => {
          const { denomination, label, notes } = option;
          return (
            <Tile
              key={denomination}
              value={denomination}
              label={label}
              notes={notes}
              price={priceOf(denomination)}
              unitPrice={unitPriceOf?.(option)}
              isList={isList}
              checked={chosen === denomination}
              onChoose={onChoose}
            />
          );
        })}
        {otherLabel === undefined ? null : (
          <Tile
            value={RANGE_CHOICE}
            label={otherLabel}
            notes={[]}
            isList={isList}
            checked={chosen === RANGE_CHOICE}
            onChoose={onChoose}
          />
        )}
      </div>
    </fieldset>
  );
}

type TileProps = {
  value: string;
  label: string;
  notes: readonly string[];
  price?: CoinAmount | undefined;
  unitPrice?: string | undefined;
  isList: boolean;
  checked: boolean;
  onChoose: (denomination: string) => void;
};

function Tile(props: TileProps) {
  const { value, label, notes, price, unitPrice, isList, checked, onChoose } = props;
  return (
    <label
      className={classNames(
        "relative grid min-h-16 cursor-pointer content-center gap-0.5 rounded-field border bg-surface px-3.5 py-2.5",
        "border-line-strong hover:border-ink has-checked:border-brand has-checked:bg-brand-soft has-checked:inset-ring-1 has-checked:inset-ring-brand",
        "has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2",
        isList && "sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center sm:gap-x-4",
      )}
    >
      <input
        type="radio"
        name="d"
        value={value}
        checked={checked}
        onChange={() => onChoose(value)}
        className="sr-only"
      />
      <span className="min-w-0">
        <span className="block font-semibold tabular-nums [overflow-wrap:anywhere]">
          <bdi>{label}</bdi>
        </span>
        {notes.length > 0 ? (
          <span className="block text-muted text-sm">{notes.join(" · ")}</span>
        ) : null}
      </span>
      <span className="min-h-5 min-w-0 text-muted text-sm tabular-nums [overflow-wrap:anywhere]">
        {price ? <bdi>{formatCoin(price)}</bdi> : ""}
        {unitPrice ? <span className="block text-xs">{unitPrice}</span> : null}
      </span>
    </label>
  );
}
