import { Checkbox } from "@/components/ui/checkbox";
import { describedBy } from "@/components/ui/described-by";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import type { UsePlace } from "@/lib/checkout/region-fit";
import type { FitAnswers } from "./fit-of";
import type { ProductWords } from "./product-words";

export const FIT_CONSENT_ID = "fit-consent";

export type RegionFitFieldProps = {
  answers: FitAnswers;
  place: UsePlace;
  onPlace: (place: UsePlace) => void;
  accepted: boolean;
  onAccept: (accepted: boolean) => void;
  /** The buyer tried to go on without having accepted. */
  isMissing: boolean;
  words: ProductWords["fit"];
};

/** Asks who will use it before it is bought: what works in one country is worthless in another. */
export function RegionFitField(props: RegionFitFieldProps) {
  const { answers, place, onPlace, accepted, onAccept, isMissing, words } = props;
  const { verdict, risky } = answers[place];
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 font-medium">{words.question}</legend>
      {(["here", "elsewhere"] as const).map((option) => (
        <label key={option} className="flex min-h-11 cursor-pointer items-center gap-3">
          <input
            type="radio"
            name="fit"
            value={option}
            checked={place === option}
            onChange={() => onPlace(option)}
            className="size-5 shrink-0 accent-brand"
          />
          <span>{answers[option].label}</span>
        </label>
      ))}
      <div aria-live="polite" data-testid="fit">
        {risky ? (
          <Notice tone="warn" title={words.risky}>
            <p>{verdict}</p>
            <Checkbox
              id={FIT_CONSENT_ID}
              label={words.accept}
              checked={accepted}
              {...describedBy(FIT_CONSENT_ID, { error: isMissing })}
              onChange={(event) => onAccept(event.target.checked)}
            />
            {isMissing ? (
              <p id={`${FIT_CONSENT_ID}-error`} className="font-medium text-danger text-sm">
                {words.missing}
              </p>
            ) : null}
          </Notice>
        ) : (
          <p className="flex items-start gap-2 text-muted text-sm">
            <Icon name="check" size={18} className="mt-px" />
            {verdict}
          </p>
        )}
      </div>
    </fieldset>
  );
}
