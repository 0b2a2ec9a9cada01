"use client";

import type { OrderView } from "@/lib/contract/order-view";
import { ReadyNotice } from "./ready-notice";
import { Receipt } from "./receipt";
import type { Scene } from "./scene";

type Props = { view: OrderView; scene: Scene; shopName: string };

const RECEIPT: ReadonlySet<Scene> = new Set(["done", "done_partly", "refunded"]);

/** What is of use only once money has moved: word when it is ready, and a receipt in the end. */
export function AfterPayment({ view, scene, shopName }: Props) {
  return (
    <>
      <ReadyNotice view={view} scene={scene} shopName={shopName} />
      {RECEIPT.has(scene) && <Receipt view={view} shopName={shopName} />}
    </>
  );
}
