import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { fill } from "@/lib/i18n/fill";
import type { PlanSort } from "./arrange-plans";
import type { ProductWords } from "./product-words";

type Props = {
  sort: PlanSort;
  onSort: (sort: PlanSort) => void;
  lengths: readonly { days: number; label: string }[];
  /** The length that is shown alone; 0 for all. */
  length: number;
  onLength: (days: number) => void;
  shown: number;
  total: number;
  words: ProductWords["form"]["plans"];
};

const SORTS = ["days", "data", "price"] as const;

/** Orders and narrows the plans; a dozen of them is more than one can compare by eye. */
export function PlanTools({ sort, onSort, lengths, length, onLength, shown, total, words }: Props) {
  const labels = { days: words.sortDays, data: words.sortData, price: words.sortPrice };
  return (
    <div className="grid gap-3">
      <div className="grid grid-cols-2 gap-3">
        <Field id="plan-sort" label={words.sortLabel}>
          <Select
            id="plan-sort"
            value={sort}
            onChange={({ target }) =>
              onSort(SORTS.find((option) => option === target.value) ?? "days")
            }
          >
            {SORTS.map((option) => (
              <option key={option} value={option}>
                {labels[option]}
              </option>
            ))}
          </Select>
        </Field>
        {lengths.length > 0 ? (
          <Field id="plan-length" label={words.lengthLabel}>
            <Select
              id="plan-length"
              value={length}
              onChange={({ target }) => onLength(Number(target.value))}
            >
              <option value={0}>{words.lengthAll}</option>
              {lengths.map(({ days, label }) => (
                <option key={days} value={days}>
                  {label}
                </option>
              ))}
            </Select>
          </Field>
        ) : null}
      </div>
      <p role="status" className="text-muted text-sm">
        {fill(words.shown, { count: shown, total })}
      </p>
    </div>
  );
}
