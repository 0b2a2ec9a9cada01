"use client";

import { type ComponentType, lazy, Suspense, useEffect } from "react";
import type { OrderView } from "@/lib/contract/order-view";
import { ReadyNotice } from "./ready-notice";
import type { Scene } from "./scene";

type ReceiptProps = { view: OrderView; shopName: string };

const loadReceipt = (): Promise<{ default: ComponentType<ReceiptProps> }> =>
  import("./receipt").then(
    ({ Receipt }) => ({ default: Receipt }),
    // The page is worth more than its receipt, which a reload brings.
    () => ({ default: () => null }),
  );
const Receipt = lazy(loadReceipt);

type Props = ReceiptProps & { scene: Scene };

const RECEIPT: ReadonlySet<Scene> = new Set(["done", "done_partly", "refunded"]);

/** What is of use only once money has moved: word when it is ready, and a receipt in the end. */
export function AfterPayment({ view, scene, shopName }: Props) {
  useEffect(() => {
    // Fetched long before it is needed: by then the shop may have been replaced by a newer one.
    void loadReceipt();
  }, []);
  return (
    <>
      <ReadyNotice view={view} scene={scene} shopName={shopName} />
      {RECEIPT.has(scene) && (
        <Suspense>
          <Receipt view={view} shopName={shopName} />
        </Suspense>
      )}
    </>
  );
}
