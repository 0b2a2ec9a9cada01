"use client";

import { latePart } from "@/components/ui/late-part";
import { Notice } from "@/components/ui/notice";
import { useOrderContext } from "./order-context";

/** Pictures of codes and the parts of an eSIM come only with a code. */
export const LateRevealed = latePart(async () => (await import("./revealed")).Revealed, NoCode);

/** Says that a code cannot be shown, where what shows it did not arrive. */
export function NoCode() {
  return (
    <Notice tone="warn" role="alert">
      {useOrderContext().messages.code.failed}
    </Notice>
  );
}
