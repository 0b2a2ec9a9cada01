// @vitest-environment jsdom
import { render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { AfterPayment } from "@/components/order/after-payment";
import { OrderProvider } from "@/components/order/order-context";
import en from "@/messages/en/order.json";
import { settledView } from "./support/order-view";
import { strictConsole } from "./support/strict-console";

strictConsole();

const loads = vi.hoisted(() => ({ count: 0 }));
vi.mock("@/components/order/receipt", () => {
  loads.count += 1;
  return { Receipt: () => "the receipt" };
});

const page = (scene: "paid" | "done") => (
  <OrderProvider messages={en} locale="en">
    <AfterPayment view={settledView(scene)} scene={scene} shopName="Demo shop" />
  </OrderProvider>
);

it("the receipt's file is there before the order is done, whatever becomes of the server until then", async () => {
  const { rerender } = render(page("paid"));
  await vi.waitFor(() => expect(loads.count).toBe(1));
  expect(screen.queryByText("the receipt")).toBeNull();
  rerender(page("done"));
  expect(await screen.findByText("the receipt")).toBeTruthy();
  expect(loads.count).toBe(1);
});
