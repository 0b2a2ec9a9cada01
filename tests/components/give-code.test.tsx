// @vitest-environment jsdom
import { act, configure, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { GiveCode } from "@/components/gift/give-code";
import { OrderProvider } from "@/components/order/order-context";
import type { RevealedDelivery } from "@/lib/contract/order-view";
import { holdFramePass } from "@/lib/device/frame-pass";
import { readEnvelope } from "@/lib/gift/envelope";
import { openGift } from "@/lib/gift/open-gift";
import words from "@/messages/en/gift.json";
import en from "@/messages/en/order.json";
import { orderView } from "./support/order-view";
import { showDialogs } from "./support/show-dialogs";
import { strictConsole } from "./support/strict-console";

strictConsole();
// Encryption and what is fetched by a click take their time on a busy machine.
configure({ asyncUtilTimeout: 15_000 });
vi.setConfig({ testTimeout: 30_000 });

const [LINE] = orderView().lines;
const DELIVERY: RevealedDelivery = { id: "line-1", code: "7Q4F-91BD", serial: "S-1" };
const request = vi.fn<(url: string) => Promise<Response>>();
const clipboard: string[] = [];

beforeEach(() => {
  showDialogs();
  clipboard.length = 0;
  request
    .mockReset()
    .mockImplementation(async () =>
      Response.json({ brands: [{ name: "Airbnb", slug: "airbnb" }, { name: "Other" }] }),
    );
  vi.stubGlobal("fetch", request);
  Object.defineProperty(navigator, "clipboard", {
    configurable: true,
    value: { writeText: async (text: string) => void clipboard.push(text) },
  });
});
afterEach(() => vi.unstubAllGlobals());

function give(delivery: RevealedDelivery | undefined = DELIVERY) {
  const page = (shown: RevealedDelivery | undefined) => (
    <OrderProvider messages={en} locale="en">
      {LINE && <GiveCode line={LINE} delivery={shown} />}
    </OrderProvider>
  );
  const { rerender } = render(page(delivery));
  return { hideCode: () => rerender(page(undefined)) };
}

async function openDialog() {
  fireEvent.click(screen.getByRole("button", { name: en.give.offer }));
  return screen.findByRole("dialog");
}

async function makeLink(): Promise<string> {
  fireEvent.click(screen.getByTestId("make-gift"));
  const input = await waitFor(() => screen.getByTestId("gift-link"));
  return (input as HTMLInputElement).value;
}

async function openUrl(url: string, passphrase?: string) {
  const reading = await readEnvelope(new URL(url).hash);
  if (reading.kind !== "sealed") throw new Error(`The link is ${reading.kind}`);
  return openGift(reading.envelope, passphrase);
}

it("is offered only while a code is shown", () => {
  const { hideCode } = give();
  expect(screen.getByRole("button", { name: en.give.offer })).toBeTruthy();
  hideCode();
  expect(screen.queryByRole("button")).toBeNull();
});

it("is not offered for a delivery that is still empty", () => {
  give({ id: "line-1" });
  expect(screen.queryByRole("button")).toBeNull();
});

it("warns before, and makes a link that opens to code, words and brand", async () => {
  give();
  const dialog = await openDialog();
  for (const warning of [words.make.bearer, words.make.unused, words.make.final]) {
    expect(dialog.textContent).toContain(warning);
  }
  fireEvent.change(within(dialog).getByLabelText(words.make.wordsLabel), {
    target: { value: "From Åsa 🎂" },
  });
  const url = await makeLink();
  expect(new URL(url).pathname).toBe("/en/gift");
  expect(await openUrl(url)).toEqual({
    ok: true,
    gift: {
      brand: { country: "US", slug: "airbnb" },
      label: "Airbnb 10 USD",
      words: "From Åsa 🎂",
      code: "7Q4F-91BD",
      serial: "S-1",
    },
  });
  expect(request.mock.calls).toHaveLength(1);
  expect(request.mock.calls[0]?.[0]).toBe("/api/catalog/US");
});

it("announces within the dialog that the link is there and that it was copied", async () => {
  give();
  const dialog = await openDialog();
  const url = await makeLink();
  const status = within(dialog).getAllByRole("status");
  await waitFor(() =>
    expect(status.map((node) => node.textContent)).toContain(words.made.announce),
  );
  await act(
    async () => void fireEvent.click(screen.getByRole("button", { name: words.made.copy })),
  );
  expect(clipboard).toEqual([url]);
  expect(status.map((node) => node.textContent)).toContain("Gift link copied");
});

it("locks the link with a passphrase that is long enough", async () => {
  give();
  const dialog = await openDialog();
  fireEvent.click(within(dialog).getByRole("checkbox"));
  const field = within(dialog).getByLabelText(words.make.passphraseLabel) as HTMLInputElement;
  fireEvent.change(field, { target: { value: "short" } });
  fireEvent.click(screen.getByTestId("make-gift"));
  expect(await within(dialog).findByText(words.make.passphraseShort)).toBeTruthy();
  expect(document.activeElement).toBe(field);
  expect(request).not.toHaveBeenCalled();

  fireEvent.click(within(dialog).getByRole("button", { name: words.make.suggest }));
  const passphrase = field.value;
  const url = await makeLink();
  expect(screen.getByTestId("gift-passphrase").textContent).toBe(passphrase);
  expect(await openUrl(url)).toEqual({ ok: false, why: "passphrase" });
  expect((await openUrl(url, passphrase)).ok).toBe(true);
});

it("stays open while a text in it is selected beyond its edge", async () => {
  give();
  const dialog = await openDialog();
  const field = within(dialog).getByLabelText(words.make.wordsLabel);
  fireEvent.change(field, { target: { value: "For Ada" } });
  fireEvent.pointerDown(field);
  fireEvent.click(dialog);
  expect(field).toHaveProperty("value", "For Ada");
  expect(screen.queryByRole("dialog")).toBe(dialog);
  fireEvent.pointerDown(dialog);
  fireEvent.click(dialog);
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("counts the words and makes no link of too many", async () => {
  give();
  const dialog = await openDialog();
  const field = within(dialog).getByLabelText(words.make.wordsLabel);
  fireEvent.change(field, { target: { value: "🎁".repeat(499) } });
  expect(screen.getByTestId("words-left").textContent).toBe("1 character left");
  fireEvent.change(field, { target: { value: "x".repeat(502) } });
  expect(dialog.textContent).toContain("2 characters too many");
  fireEvent.click(screen.getByTestId("make-gift"));
  expect(document.activeElement).toBe(field);
  expect(screen.queryByTestId("gift-link")).toBeNull();
  expect(request).not.toHaveBeenCalled();
});

it.each([
  ["has no answer", async () => Promise.reject(new TypeError("offline"))],
  ["fails", async () => new Response(null, { status: 500 })],
  [
    "knows two brands of that name",
    async () => Response.json({ brands: [{ name: "Airbnb" }, { name: "Airbnb" }] }),
  ],
])("makes a gift without a brand when the catalogue %s", async (_name, answer) => {
  request.mockImplementation(answer);
  give();
  await openDialog();
  const opened = await openUrl(await makeLink());
  expect(opened.ok && opened.gift.brand).toBe(undefined);
  expect(opened.ok && opened.gift.code).toBe("7Q4F-91BD");
});

it("says so when no link can be made, and keeps the words", async () => {
  give({ id: "line-1", code: "A\u0007B" });
  const dialog = await openDialog();
  const field = within(dialog).getByLabelText(words.make.wordsLabel) as HTMLTextAreaElement;
  fireEvent.change(field, { target: { value: "Hello" } });
  fireEvent.click(screen.getByTestId("make-gift"));
  expect(await within(dialog).findByText(words.make.failed)).toBeTruthy();
  expect(field.value).toBe("Hello");
});

it("stays when the code on the page hides, and is gone with the page", async () => {
  const { hideCode } = give();
  await openDialog();
  await makeLink();
  hideCode();
  expect(screen.getByTestId("gift-link")).toBeTruthy();
  act(() => void window.dispatchEvent(new Event("pagehide")));
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("forgets the link when it is closed", async () => {
  give();
  const dialog = await openDialog();
  await makeLink();
  fireEvent.click(within(dialog).getByRole("button", { name: words.make.close }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await openDialog();
  expect(screen.queryByTestId("gift-link")).toBeNull();
});

it("shares by the device where it can, and takes a closed sheet for an answer", async () => {
  const share = vi.fn(async (_data: ShareData) => {});
  Object.defineProperty(navigator, "share", { configurable: true, value: share });
  try {
    give();
    await openDialog();
    const url = await makeLink();
    const button = screen.getByRole("button", { name: words.made.share });
    await act(async () => void fireEvent.click(button));
    expect(share.mock.calls).toEqual([[{ title: words.card.title, url }]]);
    share.mockRejectedValueOnce(new DOMException("closed", "AbortError"));
    await act(async () => void fireEvent.click(button));
    expect(screen.queryByText(words.made.shareFailed)).toBeNull();
    share.mockRejectedValueOnce(new DOMException("no", "NotAllowedError"));
    await act(async () => void fireEvent.click(button));
    expect(screen.getByText(words.made.shareFailed)).toBeTruthy();
  } finally {
    Reflect.deleteProperty(navigator, "share");
  }
});

it("says when the link is too long for a QR code, and offers no card then", async () => {
  give();
  const dialog = await openDialog();
  fireEvent.change(within(dialog).getByLabelText(words.make.wordsLabel), {
    target: { value: "漢".repeat(500) },
  });
  await makeLink();
  expect(within(dialog).getByText(words.made.qrLong)).toBeTruthy();
  expect(screen.queryByTestId("gift-qr")).toBeNull();
  expect(screen.queryByRole("button", { name: words.made.print })).toBeNull();
});

it("prints a card with code and words, and without the passphrase", async () => {
  const printed: string[] = [];
  vi.stubGlobal(
    "print",
    vi.fn(() => printed.push(screen.getByTestId("gift-card").textContent ?? "")),
  );
  give();
  const dialog = await openDialog();
  fireEvent.change(within(dialog).getByLabelText(words.make.wordsLabel), {
    target: { value: "From Åsa" },
  });
  await makeLink();
  expect(screen.queryByTestId("gift-card")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: words.made.print }));
  expect(printed).toHaveLength(1);
  expect(printed[0]).toContain("From Åsa");
  expect(printed[0]).toContain(words.card.private);
  expect(printed[0]).not.toContain("7Q4F-91BD");
  act(() => void window.dispatchEvent(new Event("afterprint")));
  expect(screen.queryByTestId("gift-card")).toBeNull();
});

// The last one: a page that is in a frame stays in it.
it("is not offered within a frame of another site", () => {
  holdFramePass("Bearer pass");
  give();
  expect(screen.queryByRole("button")).toBeNull();
});
