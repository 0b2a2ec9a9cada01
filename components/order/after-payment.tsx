"use client";

import { useEffect } from "react";
import { latePart } from "@/components/ui/late-part";
import type { OrderView } from "@/lib/contract/order-view";
import { ReadyNotice } from "./ready-notice";
import type { Scene } from "./scene";

const LateReceipt = latePart(async () => (await import("./receipt")).Receipt);

type Props = { view: OrderView; scene: Scene; shopName: string };

const RECEIPT: ReadonlySet<Scene> = new Set(["done", "done_partly", "refunded"]);

/** What is of use only once money has moved: word when it is ready, and a receipt in the end. */
export function AfterPayment({ view, scene, shopName }: Props) {
  useEffect(() => {
    // Fetched long before it is needed: by then the shop may have been replaced by a newer one.
    LateReceipt.fetch();
  }, []);
  return (
    <>
      <ReadyNotice view={view} scene={scene} shopName={shopName} />
      {RECEIPT.has(scene) && <LateReceipt view={view} shopName={shopName} />}
    </>
  );
}
