// @vitest-environment jsdom
import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FindOrder } from "@/components/orders/find-order";
import { parseOrderKey } from "@/components/orders/parse-order-key";
import { RecoverOrder } from "@/components/orders/recover-order";
import en from "@/messages/en/orders.json";
import { strictConsole } from "./support/strict-console";

strictConsole();

const REFERENCE = "r".repeat(100);
const TOKEN = "t".repeat(60);
const request = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();

beforeEach(() => {
  localStorage.clear();
  request.mockReset().mockResolvedValue(new Response(null, { status: 404 }));
  vi.stubGlobal("fetch", request);
});
afterEach(() => {
  vi.unstubAllGlobals();
  window.history.replaceState(null, "", "/");
});

const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string) =>
  act(async () => void fireEvent.click(screen.getByRole("button", { name })));
const sent = () => request.mock.calls.map(([, init]) => JSON.parse(String(init.body)));

describe("what somebody pastes to find an order", () => {
  it.each([
    ["a link", `https://shop.example/en/orders/${REFERENCE}`, "reference"],
    ["a link with a query", `https://shop.example/tr/orders/${REFERENCE}?x=1`, "reference"],
    ["a bare reference", ` ${REFERENCE} `, "reference"],
    ["the seller's number", "0b0e5a1c-8f5d-4c2e-9d7a-3f4d2f8c7a11", "orderNumber"],
    ["a saved link", `https://shop.example/en/orders/${REFERENCE}#t=${TOKEN}`, "token"],
  ])("%s is understood", (_name, text, kind) => {
    expect(parseOrderKey(text)).toMatchObject({ kind });
  });

  it.each([
    ["nothing", "  ", "empty"],
    ["a sentence", "where is my order", "unusable"],
    ["a path upwards", "../../etc", "unusable"],
    ["something endless", "a".repeat(3000), "unusable"],
    ["another page", "https://shop.example/en/checkout", "unusable"],
  ])("%s is not", (_name, text, result) => {
    expect(parseOrderKey(text)).toBe(result);
  });
});

describe("finding an order", () => {
  it("says at each field what is missing, sends nothing, and puts the cursor there", async () => {
    render(<FindOrder messages={en} locale="en" />);
    await press(en.find.submit);
    expect(screen.getByText(en.find.whichMissing)).toBeTruthy();
    expect(screen.getByText(en.find.emailMissing)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText(en.find.which));
    expect(request).not.toHaveBeenCalled();
  });

  it("keeps what was typed and does not tell which part was wrong", async () => {
    render(<FindOrder messages={en} locale="en" />);
    type(en.find.which, REFERENCE);
    type(en.find.email, "me@example.com");
    await press(en.find.submit);
    expect(sent()).toEqual([{ reference: REFERENCE, email: "me@example.com" }]);
    expect(screen.getByRole("alert").textContent).toContain(en.find.notFound);
    expect(screen.getByLabelText<HTMLInputElement>(en.find.email).value).toBe("me@example.com");
  });

  it("says of the seller's number that the seller may just have been slow", async () => {
    render(<FindOrder messages={en} locale="en" />);
    type(en.find.which, "12345678-aaaa");
    type(en.find.email, "me@example.com");
    await press(en.find.submit);
    expect(screen.getByRole("alert").textContent).toContain(en.find.notFoundSeller);
  });

  it("does not follow an answer that leads away from the shop", async () => {
    request.mockResolvedValue(Response.json({ location: "//evil.example/orders" }));
    render(<FindOrder messages={en} locale="en" />);
    type(en.find.which, "12345678-aaaa");
    type(en.find.email, "me@example.com");
    await press(en.find.submit);
    expect(screen.getByRole("alert").textContent).toContain(en.find.failed);
  });
});

describe("the recovery page", () => {
  it("takes the reference from the address bar, never from the page", async () => {
    window.history.replaceState(null, "", `/en/orders/${REFERENCE}`);
    const { container } = render(<RecoverOrder messages={en} locale="en" />);
    expect(container.innerHTML).not.toContain(REFERENCE);
    type(en.recover.email, "me@example.com");
    await press(en.recover.submit);
    expect(sent()).toEqual([{ reference: REFERENCE, email: "me@example.com" }]);
  });

  it("posts the secret of a link once and takes it out of the address bar", async () => {
    window.history.replaceState(null, "", `/en/orders/${REFERENCE}#t=${TOKEN}`);
    render(<RecoverOrder messages={en} locale="en" />);
    await act(async () => undefined);
    expect(sent()).toEqual([{ token: TOKEN }]);
    expect(window.location.hash).toBe("");
    expect(screen.getByRole("alert").textContent).toContain(en.recover.linkFailed);
  });

  it("A3: takes a link that is pasted over its own address, for which a browser loads nothing", async () => {
    window.history.replaceState(null, "", `/en/orders/${REFERENCE}`);
    render(<RecoverOrder messages={en} locale="en" />);
    await act(async () => undefined);
    expect(sent()).toEqual([]);
    window.history.replaceState(null, "", `/en/orders/${REFERENCE}#t=${TOKEN}`);
    await act(async () => void window.dispatchEvent(new Event("hashchange")));
    expect(sent()).toEqual([{ token: TOKEN }]);
    expect(window.location.hash).toBe("");
    expect(screen.getByRole("alert").textContent).toContain(en.recover.linkFailed);
  });

  it("takes the seller's number instead", async () => {
    render(<RecoverOrder messages={en} locale="en" />);
    await press(en.recover.number);
    expect(document.activeElement).toBe(screen.getByLabelText(en.recover.numberLabel));
    type(en.recover.numberLabel, "12345678-aaaa");
    type(en.recover.email, "me@example.com");
    await press(en.recover.submit);
    expect(sent()).toEqual([{ orderNumber: "12345678-aaaa", email: "me@example.com" }]);
  });
});
