import { expect, test } from "vitest";
import { deadlineMs } from "@/lib/orders/expiry";

const times = {
  createdAtSeconds: 1000,
  paymentRequestedAtSeconds: 1060,
  windowMinutes: 30,
  marginMinutes: 5,
};

test("the time to pay ends a margin before the window does, from when payment was asked for", () => {
  expect(deadlineMs(times)).toBe((1060 + 25 * 60) * 1000);
});

test("an order that names no request is counted from its creation", () => {
  expect(deadlineMs({ ...times, paymentRequestedAtSeconds: undefined })).toBe(
    (1000 + 25 * 60) * 1000,
  );
});

test("an invoice that ends sooner ends it", () => {
  expect(deadlineMs({ ...times, invoiceExpiresAtSeconds: 1500 })).toBe(1500 * 1000);
  expect(deadlineMs({ ...times, invoiceExpiresAtSeconds: 9_999_999 })).toBe(
    (1060 + 25 * 60) * 1000,
  );
});

test("a margin beyond the window leaves no time", () => {
  expect(deadlineMs({ ...times, marginMinutes: 60 })).toBe(1060 * 1000);
});
