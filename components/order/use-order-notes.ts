"use client";

import { useEffect, useState } from "react";
import { deviceStorage } from "@/lib/device/device-storage";

const NONE: readonly string[] = [];

/** What the buyer was told before payment, as far as this device knows; a locked list tells nothing. */
export function useOrderNotes(reference: string): readonly string[] {
  const [notes, setNotes] = useState(NONE);

  useEffect(() => {
    let left = false;
    import("@/lib/device/order-list")
      .then(({ findOrder }) => findOrder(deviceStorage(), reference))
      .then((order) => {
        if (!left && order?.notes) setNotes(order.notes);
      })
      .catch(() => {
        // Without the list's script the receipt has one paragraph less.
      });
    return () => {
      left = true;
    };
  }, [reference]);

  return notes;
}
