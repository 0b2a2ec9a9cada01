import { type OrderView, type Phase, phases } from "@/lib/contract/order-view";

export const REFERENCE = "A".repeat(100);
export const ADDRESS = "9wFFyRfZBsuAha4YcuxcXLKwMxJR43S7fPfQLusDBzvT";

type Change = Partial<Omit<OrderView, "payment">> & { payment?: Partial<OrderView["payment"]> };

/** An order that waits for 11.47 USDC on Solana, with whatever a test wants different. */
export function orderView({ payment, ...change }: Change = {}): OrderView {
  return {
    reference: REFERENCE,
    scope: "full",
    phase: "awaiting_payment",
    state: "WaitingForPayment",
    paymentState: "WaitingForPayment",
    createdAt: "2026-03-01T12:00:00.000Z",
    serverNow: "2026-03-01T12:00:10.000Z",
    expiresAt: "2026-03-01T12:25:00.000Z",
    secondsLeft: 1490,
    watch: { stream: true, pollSeconds: 7 },
    final: false,
    payment: {
      coin: "USDC",
      network: "Solana",
      address: ADDRESS,
      amount: "11.47",
      qr: `solana:${ADDRESS}?amount=11.47`,
      uri: `solana:${ADDRESS}?amount=11.47`,
      uriKind: "request",
      addressFormat: "solana",
      received: "0",
      transactions: [],
      ...payment,
    },
    lines: [
      {
        id: "line-1",
        brand: "Airbnb",
        label: "Airbnb 10 USD",
        kind: "giftcard",
        country: "US",
        deliversTo: "email",
        beneficiaryMasked: "a***@example.com",
        state: "waiting",
        revealable: false,
      },
    ],
    emailMasked: "a***@example.com",
    totals: { due: { amount: "11.47", coin: "USDC" } },
    support: { email: "help@shop.example" },
    ...change,
  };
}

const {
  address: _address,
  amount: _amount,
  qr: _qr,
  uri: _uri,
  ...moneyless
} = orderView().payment;

/** A state as the server tells it when nothing may be paid: no address, amount, code or link. */
export function settledView(phase: Phase, change: Change = {}): OrderView {
  const { payment, ...rest } = change;
  const final = ["done", "expired", "refunded", "canceled", "setup_failed"].includes(phase);
  const { secondsLeft: _left, expiresAt: _deadline, ...base } = orderView();
  return {
    ...base,
    phase,
    state: phase,
    final,
    watch: final ? { stream: false } : { stream: true, pollSeconds: 10 },
    payment: { ...moneyless, uriKind: "none", ...payment },
    ...rest,
  };
}

const PAYABLE_PHASES: Phase[] = ["awaiting_payment", "partly_paid"];
export const OTHER_PHASES: Phase[] = phases.filter((phase) => !PAYABLE_PHASES.includes(phase));
