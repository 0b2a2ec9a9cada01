import { formatCoin } from "@/components/checkout/format-money";
import { classNames } from "@/components/ui/class-names";
import type { CoinAmount } from "@/lib/contract/catalog";
import type { AmountOption } from "./amount-option";

/** The value of the tile that stands for the range. */
export const RANGE_CHOICE = "range";

type Props = {
  legend: string;
  options: readonly AmountOption[];
  chosen: string;
  onChoose: (denomination: string) => void;
  priceOf: (denomination: string) => CoinAmount | undefined;
  /** The label of a last tile for an amount of one's own, where the brand has both. */
  otherLabel?: string | undefined;
};

/** One radio button a tile; plans get a line each, for they say more than an amount. */
export function AmountTiles({ legend, options, chosen, onChoose, priceOf, otherLabel }: Props) {
  const isList = options.some(({ notes, label }) => notes.length > 0 || label.length > 14);
  return (
    <fieldset>
      <legend className="mb-3 font-semibold text-lg">{legend}</legend>
      <div className={classNames("grid gap-2", !isList && "grid-cols-2 min-[30rem]:grid-cols-3")}>
        {options.map(({ denomination, label, notes }) => (
          <Tile
            key={denomination}
            value={denomination}
            label={label}
            notes={notes}
            price={priceOf(denomination)}
            isList={isList}
            checked={chosen === denomination}
            onChoose={onChoose}
          />
        ))}
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
  isList: boolean;
  checked: boolean;
  onChoose: (denomination: string) => void;
};

function Tile({ value, label, notes, price, isList, checked, onChoose }: TileProps) {
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
        <span className="block font-semibold tabular-nums [overflow-wrap:anywhere]">{label}</span>
        {notes.length > 0 ? (
          <span className="block text-muted text-sm">{notes.join(" · ")}</span>
        ) : null}
      </span>
      <span className="min-h-5 truncate text-muted text-sm tabular-nums">
        {price ? formatCoin(price) : ""}
      </span>
    </label>
  );
}
