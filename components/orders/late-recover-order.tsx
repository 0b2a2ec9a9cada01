"use client";

import { lazy, Suspense } from "react";
import type { OrdersMessages } from "./orders-messages";

const RecoverOrder = lazy(async () => ({
  default: (await import("./recover-order")).RecoverOrder,
}));

type Props = { messages: OrdersMessages; locale: string };

/** The form for strangers, which every order page names and hardly any shows: so it comes on its own. */
export function LateRecoverOrder(props: Props) {
  return (
    <Suspense>
      <RecoverOrder {...props} />
    </Suspense>
  );
}
