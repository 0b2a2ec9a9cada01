import type { Plan, Product } from "@/lib/contract/catalog";
import { fill } from "@/lib/i18n/fill";
import type { ProductWords } from "./product-words";

type PlanWords = ProductWords["plan"];

/** What a bundle or an eSIM plan holds, in a few short phrases. */
export function planNotes(product: Product, locale: string, words: PlanWords): string[] {
  const { plan, regions = [] } = product;
  const notes: string[] = [];
  if (plan?.unlimited) notes.push(words.unlimitedData);
  else if (plan?.data !== undefined) notes.push(fill(words.data, { amount: plan.data }));
  for (const benefit of plan?.benefits ?? []) {
    if (benefit.type !== "DATA") notes.push(benefitNote(benefit, words));
  }
  if (plan?.validity) notes.push(fill(words.valid, { time: timeOf(plan.validity, locale, words) }));
  if (regions.length > 1) {
    notes.push(fill(words.regions, { count: regions.length }, locale));
  }
  return notes;
}

function benefitNote(benefit: Plan["benefits"][number], words: PlanWords): string {
  const names: Readonly<Record<string, string>> = words.benefits;
  const name = names[benefit.type] ?? benefit.type.toLowerCase().replaceAll("_", " ");
  if (benefit.unlimited) return `${words.unlimited} ${name}`;
  const unit = benefit.unit.toUpperCase() === benefit.type ? "" : benefit.unit.toLowerCase();
  return [benefit.amount, unit, name].filter((part) => part !== "").join(" ");
}

function timeOf(
  { quantity, unit }: NonNullable<Plan["validity"]>,
  locale: string,
  words: PlanWords,
): string {
  const units: Readonly<Record<string, string>> = words.units;
  const length = units[unit.toUpperCase().replace(/S$/, "")];
  return length ? fill(length, { count: quantity }, locale) : `${quantity} ${unit.toLowerCase()}`;
}
