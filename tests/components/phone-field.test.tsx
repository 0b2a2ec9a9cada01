// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CheckoutLine } from "@/components/checkout/checkout-types";
import { fill } from "@/lib/i18n/fill";
import { topUp } from "./support/checkout-lines";
import {
  FakeServer,
  messages,
  okValidation,
  openCheckout,
  press,
  type,
} from "./support/checkout-page";
import { strictConsole } from "./support/strict-console";

strictConsole();

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer();
  sessionStorage.clear();
  localStorage.clear();
  vi.stubGlobal("fetch", server.fetch);
});
afterEach(() => vi.unstubAllGlobals());

const german: CheckoutLine = { ...topUp, country: "DE", countryName: "Germany" };
const field = () => screen.getByLabelText<HTMLInputElement>(messages.phoneLabel);

/** Puts the focus into the field and waits until the rules of all countries are there. */
async function openField(line: CheckoutLine = topUp) {
  openCheckout({ lines: [line] });
  fireEvent.focus(field());
  const country = screen.getByLabelText<HTMLSelectElement>(messages.phoneCountry);
  await waitFor(() => expect(country.options.length).toBeGreaterThan(200));
  return country;
}

/** Writes a text into the field with the caret where a person's would be. */
function write(text: string, caret = text.length): void {
  const input = field();
  fireEvent.change(input, { target: { value: text, selectionStart: caret, selectionEnd: caret } });
}

describe("the field of a number", () => {
  it("says before anything is checked that a number is topped up once a day", () => {
    openCheckout({ lines: [topUp] });
    expect(screen.getByText(messages.phoneOnce)).toBeTruthy();
    expect(server.sent).toEqual([]);
  });

  it("knows one country until somebody is about to type, and then all of them", async () => {
    openCheckout({ lines: [topUp] });
    const country = screen.getByLabelText<HTMLSelectElement>(messages.phoneCountry);
    expect([...country.options].map(({ value }) => value)).toEqual(["TR"]);
    fireEvent.focus(field());
    await waitFor(() => expect(country.options.length).toBeGreaterThan(200));
    expect(country.value).toBe("TR");
  });

  it("groups what is pasted, and shows the country that its code names", async () => {
    const country = await openField();
    write("05321234567");
    expect(field().value).toBe("0532 123 45 67");
    expect(country.value).toBe("TR");
    write("+4915123456789");
    expect(field().value).toBe("+49 1512 3456789");
    expect(country.value).toBe("DE");
  });

  it("reads the number back in full once the field is left", async () => {
    await openField();
    write("05321234567");
    fireEvent.blur(field());
    const read = fill(messages.phoneReads, { number: "+90 532 123 45 67" });
    expect(await screen.findByText(read)).toBeTruthy();
  });

  it("never reads back a number that no longer stands in the field", async () => {
    await openField();
    write("05321234567");
    fireEvent.blur(field());
    write("05321234568");
    await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
    const old = fill(messages.phoneReads, { number: "+90 532 123 45 67" });
    expect(screen.queryByText(old)).toBeNull();
  });

  it("stays alive with whatever is typed before the rules are there", async () => {
    openCheckout({ lines: [{ ...topUp, country: "WS", countryName: "Samoa" }] });
    write("02");
    fireEvent.focus(field());
    const country = screen.getByLabelText<HTMLSelectElement>(messages.phoneCountry);
    await waitFor(() => expect(country.options.length).toBeGreaterThan(200));
    expect(field().value).toBe("02");
    expect(country.value).toBe("WS");
  });

  it("keeps a whole number that is pasted behind the code of a chosen country", async () => {
    const country = await openField();
    fireEvent.change(country, { target: { value: "TR" } });
    write(`${field().value}+905321234567`);
    expect(field().value.replace(/\s/g, "")).toBe("+90+905321234567");
  });

  it("writes the code of a chosen country in front, and never changes it silently", async () => {
    const country = await openField();
    await act(async () => void fireEvent.change(country, { target: { value: "DE" } }));
    expect(field().value).toBe("+49 ");
    expect(country.value).toBe("DE");
  });

  it("B12: asks for the country where a number has two readings, and sends nothing", async () => {
    await openField(german);
    type(messages.emailLabel, "ada@example.com");
    write("4915123456789");
    await press(messages.review);
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("+49 1512 3456789");
    expect(alert.textContent).toContain("Write it with + and the country code.");
    expect(field().getAttribute("aria-invalid")).toBe("true");
    expect(server.sent).toEqual([]);

    server.answer("validations", okValidation);
    write("+4915123456789");
    await press(messages.review);
    await screen.findByRole("heading", { name: messages.reviewTitle });
    expect(screen.getByText("+49 1512 3456789")).toBeTruthy();
    expect(server.sent[0]?.body.lines).toMatchObject([{ beneficiary: "+4915123456789" }]);
  });
});
