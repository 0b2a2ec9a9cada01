import { expect, test } from "vitest";
import { phases } from "@/lib/contract/order-view";
import { HANDLING, phaseOf, watchOf } from "@/lib/orders/status";

test.each([
  ["Created", "", "preparing"],
  ["Created", "WalletCreated", "preparing"],
  ["Created", "Expired", "verifying"],
  ["WaitingForPayment", "", "awaiting_payment"],
  ["WaitingForPayment", "WalletCreated", "awaiting_payment"],
  ["WaitingForPayment", "PaymentRequested", "awaiting_payment"],
  ["WaitingForPayment", "PaymentStarted", "confirming"],
  ["WaitingForPayment", "PaymentReceived", "paid"],
  ["WaitingForPayment", "Expired", "verifying"],
  ["WaitingForPayment", "PaymentCanceled", "verifying"],
  ["WaitingForPayment", "WaitingForNFTCards", "preparing"],
  ["WaitingForPayment", "SomethingNew", "unknown"],
  ["PaymentStarted", "PaymentStarted", "confirming"],
  ["PartialPaymentStarted", "PaymentStarted", "partly_paid"],
  ["PartialPaymentStarted", "Expired", "verifying"],
  ["PaymentReceived", "PaymentReceived", "paid"],
  ["PaymentReceived", "PaymentQuarantined", "review"],
  ["WaitingForDelivery", "PaymentReceived", "delivering"],
  ["WaitingForRebuy", "PaymentReceived", "delivering"],
  ["WaitingForManualAction", "PaymentReceived", "review"],
  ["Done", "PaymentReceived", "done"],
  ["Expired", "Expired", "expired"],
  ["Expired", "PaymentReceived", "review"],
  ["PaymentFailed", "PaymentCanceled", "failed"],
  ["PaymentFailed", "PaymentReceived", "review"],
  ["PaymentSetupFailed", "PaymentCanceled", "setup_failed"],
  ["Refunded", "PaymentReceived", "refunded"],
  ["Canceled", "PaymentCanceled", "canceled"],
  ["Canceled", "PaymentReceived", "review"],
  ["PaymentSetupFailed", "PaymentCompleted", "review"],
  ["Created", "PaymentReceived", "paid"],
  ["PartialPaymentStarted", "PaymentCompleted", "paid"],
  ["PartialPaymentStarted", "SomethingNew", "unknown"],
  ["Done", "PaymentQuarantined", "done"],
  ["Zzz", "Zzz", "unknown"],
  ["constructor", "Zzz", "unknown"],
])("D12, E12: order %s with payment “%s” is %s", (order, payment, phase) => {
  expect(phaseOf(order, payment)).toBe(phase);
});

test("money may be asked for in two phases only", () => {
  expect(phases.filter((phase) => HANDLING[phase].payable)).toEqual([
    "awaiting_payment",
    "partly_paid",
  ]);
});

test("a phase that is not final is watched, by stream and by polling", () => {
  for (const phase of phases.filter((one) => !HANDLING[one].final)) {
    expect(watchOf(phase, false), phase).toEqual({ stream: true, pollSeconds: expect.any(Number) });
  }
});

test("an expired order is read on, for a late payment may still be found", () => {
  expect(watchOf("expired", false)).toEqual({ stream: false, pollSeconds: 60 });
});

test("a finished order is read on only while a code of it is missing", () => {
  expect(watchOf("done", false)).toEqual({ stream: false });
  expect(watchOf("done", true)).toEqual({ stream: false, pollSeconds: 10 });
});
