import { useState } from "react";
import { browserStore } from "@/lib/cart/browser-storage";
import type { UsePlace } from "@/lib/checkout/region-fit";
import { rememberPlaceOfUse, type UsedProduct } from "@/lib/device/place-of-use";
import type { FitAnswers } from "./fit-of";
import { FIT_CONSENT_ID, type RegionFitFieldProps } from "./region-fit-field";

/** Where it will be used, and whether the buyer has accepted what that means for the chosen product. */
export function useFit(answers: FitAnswers | undefined, product: UsedProduct) {
  const [place, setPlace] = useState<UsePlace>("here");
  /** The sentence itself: who accepts it for one plan has not accepted another's. */
  const [accepted, setAccepted] = useState<string>();
  const [isAsked, setAsked] = useState(false);
  const answer = answers?.[place];
  const isAccepted = answer !== undefined && accepted === answer.verdict;
  const isMissing = answer?.risky === true && !isAccepted;

  const field: Omit<RegionFitFieldProps, "words"> | undefined = answers && {
    answers,
    place,
    onPlace: setPlace,
    accepted: isAccepted,
    onAccept: (on) => setAccepted(on ? answer?.verdict : undefined),
    isMissing: isAsked && isMissing,
  };
  return {
    field,
    /** From now on the field says that it was not accepted, if it was not. */
    ask: (): string | undefined => {
      setAsked(isMissing);
      return isMissing ? FIT_CONSENT_ID : undefined;
    },
    remember: () => {
      if (answers) rememberPlaceOfUse(browserStore("localStorage"), product, place);
    },
  };
}
