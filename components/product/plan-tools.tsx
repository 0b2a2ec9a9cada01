import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { fill } from "@/lib/i18n/fill";
import type { PlanSort } from "./arrange-plans";
import type { PlanFilter } from "./narrow-plans";
import type { ProductWords } from "./product-words";

type Key = keyof PlanFilter;
type Choice = { value: string; label: string };

type Props = {
  sort: PlanSort;
  onSort: (sort: PlanSort) => void;
  filter: PlanFilter;
  /** What each question can be answered with; one without answers is not asked. */
  choices: Readonly<Record<Key, readonly Choice[]>>;
  /** An empty value asks for nothing in particular. */
  onFilter: (key: Key, value: string) => void;
  shown: number;
  total: number;
  locale: string;
  words: ProductWords["form"]["plans"];
};

const SORTS = ["days", "data", "price"] as const;

/** Orders and narrows the plans; a dozen of them is more than one can compare by eye. */
export function PlanTools(props: Props) {
  const { sort, onSort, filter, choices, onFilter, shown, total, locale, words } = props;
  const labels = { days: words.sortDays, data: words.sortData, price: words.sortPrice };
  const filters = [
    { key: "days", label: words.lengthLabel, any: words.lengthAll },
    { key: "data", label: words.dataLabel, any: words.dataAll },
    { key: "region", label: words.regionLabel, any: words.regionAll },
  ] as const;
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
        {filters.map(({ key, label, any }) =>
          choices[key].length > 0 ? (
            <Field key={key} id={`plan-${key}`} label={label}>
              <Select
                id={`plan-${key}`}
                value={filter[key] ?? ""}
                onChange={({ target }) => onFilter(key, target.value)}
              >
                <option value="">{any}</option>
                {choices[key].map((choice) => (
                  <option key={choice.value} value={choice.value}>
                    {choice.label}
                  </option>
                ))}
              </Select>
            </Field>
          ) : null,
        )}
      </div>
      <p role="status" className="text-muted text-sm">
        {fill(words.shown, { count: shown, total }, locale)}
      </p>
    </div>
  );
}
