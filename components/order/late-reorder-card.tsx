"use client";

import { latePart } from "@/components/ui/late-part";

/** Only an order that came to nothing has it. Without it nothing is ordered again, but help is there. */
export const LateReorderCard = latePart(
  async () => (await import("./reorder-card")).ReorderCard,
  ({ report }) => <>{report}</>,
);
