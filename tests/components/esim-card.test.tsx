// @vitest-environment jsdom
import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { EsimCard } from "@/components/order/esim-card";
import { OrderProvider } from "@/components/order/order-context";
import en from "@/messages/en/order.json";
import { strictConsole } from "./support/strict-console";

strictConsole();
afterEach(() => vi.unstubAllGlobals());

const LPA = "LPA:1$smdp.example$ACT-77$$1";

it("is whole in the page at the moment of printing, and gone after it", () => {
  const printed: string[] = [];
  vi.stubGlobal(
    "print",
    vi.fn(() => printed.push(screen.getByTestId("esim-card").textContent ?? "")),
  );
  render(
    <OrderProvider messages={en} locale="en">
      <EsimCard esim={{ lpa: LPA }} title="Roamly eSIM 1 GB" />
    </OrderProvider>,
  );
  expect(screen.queryByTestId("esim-card")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: en.esim.print }));
  expect(printed).toHaveLength(1);
  for (const text of ["Roamly eSIM 1 GB", "smdp.example", "ACT-77", LPA, en.esim.confirmation]) {
    expect(printed[0]).toContain(text);
  }
  act(() => void window.dispatchEvent(new Event("afterprint")));
  expect(screen.queryByTestId("esim-card")).toBeNull();
});
