import type { UsePlace } from "@/lib/checkout/region-fit";
import { fill } from "@/lib/i18n/fill";

/** The verdict for each answer, in words made on the server. */
export type FitAnswers = Readonly<
  Record<UsePlace, { label: string; verdict: string; risky: boolean }>
>;

/** The answers for one product, with its name in their sentences. */
export function fitOf(
  fits: Readonly<Record<string, FitAnswers>>,
  denomination: string,
  label: string,
): FitAnswers | undefined {
  const answers = fits[denomination];
  if (!answers) return undefined;
  const { here, elsewhere } = answers;
  const named = (verdict: string) => fill(verdict, { plan: label });
  return {
    here: { ...here, verdict: named(here.verdict) },
    elsewhere: { ...elsewhere, verdict: named(elsewhere.verdict) },
  };
}
