"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { useBrowserValue } from "@/components/ui/use-browser-value";
import type { OrderView } from "@/lib/contract/order-view";
import { notifyLocally } from "./notify-locally";
import { useOrderContext } from "./order-context";
import type { Scene } from "./scene";

type Props = { view: OrderView; scene: Scene; shopName: string };

/** Money is under way and something is still to come, so that word of it is worth a permission. */
const WAITING: ReadonlySet<Scene> = new Set([
  "sent",
  "confirming",
  "paid",
  "delivering",
  "rebuy",
  "review",
  "done_waiting",
]);

const canNotify = () => "Notification" in window && Notification.permission !== "denied";

/** Offers word from this device when the order has reached its end; nothing asks before the click. */
export function ReadyNotice({ view, scene, shopName }: Props) {
  const { messages } = useOrderContext();
  const text = messages.notice;
  const possible = useBrowserValue(canNotify, false);
  const [wish, setWish] = useState<"none" | "on" | "refused">("none");
  const waiting = WAITING.has(scene);
  const waited = useRef(waiting);
  const outcome = messages.title[view.phase];

  useEffect(() => {
    const arrived = waited.current && !waiting;
    waited.current = waiting;
    // Who looks at the page has just read it there.
    if (!arrived || wish !== "on" || document.hasFocus()) return;
    void notifyLocally(shopName, { body: outcome, tag: "order" });
  }, [waiting, wish, shopName, outcome]);

  async function ask() {
    setWish((await Notification.requestPermission()) === "granted" ? "on" : "refused");
  }

  if (!possible || !waiting) return null;
  return (
    <div>
      {wish === "none" && (
        <Button variant="secondary" onClick={() => void ask()}>
          <Icon name="phone" />
          {text.ask}
        </Button>
      )}
      <p role="status" className="mt-2 text-muted text-sm">
        {wish === "none" ? text.explain : text[wish]}
      </p>
    </div>
  );
}
