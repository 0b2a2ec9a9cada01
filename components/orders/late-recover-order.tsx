"use client";

import { latePart } from "@/components/ui/late-part";
import { Notice } from "@/components/ui/notice";

/** The form for strangers, which every order page names and hardly any shows: so it comes on its own. */
export const LateRecoverOrder = latePart(
  async () => (await import("./recover-order")).RecoverOrder,
  ({ messages }) => (
    <Notice tone="warn" role="alert">
      {messages.find.failed}
    </Notice>
  ),
);
