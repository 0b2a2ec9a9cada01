"use client";

import type { OrderView } from "@/lib/contract/order-view";
import { CoinText } from "./coin-text";
import { useOrderContext } from "./order-context";

/** Received, due and missing exactly as the order says; nothing here is computed. */
export function PartialTable({ view }: { view: OrderView }) {
  const { messages } = useOrderContext();
  const { payment, totals } = view;
  const rows = [
    { id: "received", name: messages.partial.received, amount: payment.received },
    { id: "due", name: messages.partial.due, amount: totals.due.amount },
    { id: "missing", name: messages.partial.missing, amount: payment.missing },
  ];
  return (
    <div className="border-line border-b px-4 py-4 sm:px-6">
      <table className="w-full">
        <caption className="mb-2 text-start text-muted text-sm">{messages.partial.title}</caption>
        <tbody>
          {rows.map(
            ({ id, name, amount }) =>
              amount !== undefined && (
                <tr
                  key={id}
                  className={id === "missing" ? "border-line border-t font-semibold" : ""}
                >
                  <th
                    scope="row"
                    className={`py-1 text-start ${id === "missing" ? "" : "font-normal"}`}
                  >
                    {name}
                  </th>
                  <td className="py-1 text-end" data-testid={`partial-${id}`}>
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
