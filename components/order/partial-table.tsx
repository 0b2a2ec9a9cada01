"use client";

import type { OrderView } from "@/lib/contract/order-view";
import { CoinText } from "./coin-text";
import { useOrderContext } from "./order-context";

/** Received, due and missing exactly as the order says; nothing here is computed. */
export function PartialTable({ view }: { view: OrderView }) {
  const { messages } = useOrderContext();
  const { payment, totals } = view;
  const rows = [
    { name: messages.partial.received, amount: payment.received },
    { name: messages.partial.due, amount: totals.due.amount },
    { name: messages.partial.missing, amount: payment.missing },
  ];
  return (
    <div className="border-line border-b px-4 py-4 sm:px-6">
      <table className="w-full">
        <caption className="mb-2 text-start text-muted text-sm">{messages.partial.title}</caption>
        <tbody>
          {rows.map(
            ({ name, amount }, index) =>
              amount !== undefined && (
                <tr key={name} className={index === 2 ? "border-line border-t font-semibold" : ""}>
                  <th scope="row" className={`py-1 text-start ${index === 2 ? "" : "font-normal"}`}>
                    {name}
                  </th>
                  <td className="py-1 text-end" data-testid={PARTIAL_IDS[index]}>
                    <CoinText amount={amount} coin={payment.coin} />
                  </td>
                </tr>
              ),
          )}
        </tbody>
      </table>
    </div>
  );
}

const PARTIAL_IDS = ["partial-received", "partial-due", "partial-missing"];
