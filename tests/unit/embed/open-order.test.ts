// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type Phase, phases } from "@/lib/contract/order-view";
import { HANDLING } from "@/lib/orders/status";

const SHOP = "https://shop.example";
const QUESTION = "Close it anyway?";

const over = phases.filter((phase) => HANDLING[phase].final);
const open = phases.filter((phase) => !HANDLING[phase].final);
const ask = vi.fn<(question?: string) => boolean>();

beforeAll(() => {
  // The dialog element of this environment cannot open itself.
  HTMLDialogElement.prototype.showModal = function show() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
    this.dispatchEvent(new Event("close"));
  };
  Object.defineProperty(document, "currentScript", { value: { src: `${SHOP}/embed.js` } });
  new Function(readFileSync("public/embed.js", "utf8"))();
});

beforeEach(() => {
  ask.mockReset().mockReturnValue(false);
  vi.stubGlobal("confirm", ask);
});

afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

function frameIn(parent: Element): HTMLIFrameElement {
  const frame = parent.querySelector("iframe");
  if (!frame) throw new Error("there is no frame");
  return frame;
}

function say(frame: HTMLIFrameElement, message: object, origin = SHOP): void {
  const data = { source: "gift-shop", v: 1, ...message };
  window.dispatchEvent(new MessageEvent("message", { source: frame.contentWindow, origin, data }));
}

const tell = (frame: HTMLIFrameElement, phase: Phase) =>
  say(frame, { type: "order", reference: "r", phase });

describe("an element", () => {
  function place() {
    const element = document.createElement("gift-shop");
    document.body.append(element);
    const frame = frameIn(element);
    return { element, frame, first: frame.src };
  }

  test.each(open)("keeps its frame while the order in it is %s", (phase) => {
    const { element, frame, first } = place();
    tell(frame, phase);
    element.setAttribute("theme", "dark");
    element.setAttribute("lang", "de");
    element.removeAttribute("lang");
    expect(frame.src).toBe(first);
  });

  test.each(over)("follows its attributes once the order is %s", (phase) => {
    const { element, frame } = place();
    tell(frame, "awaiting_payment");
    tell(frame, phase);
    element.setAttribute("theme", "dark");
    expect(frame.src).toBe(`${SHOP}/embed?theme=dark`);
  });

  test("follows them when another page has come into its frame", () => {
    const { element, frame } = place();
    tell(frame, "awaiting_payment");
    frame.dispatchEvent(new Event("load"));
    element.setAttribute("theme", "dark");
    expect(frame.src).toBe(`${SHOP}/embed?theme=dark`);
  });

  test("is told of an order by the shop alone", () => {
    const { element, frame } = place();
    say(frame, { type: "order", reference: "r", phase: "awaiting_payment" }, "https://b.example");
    element.setAttribute("theme", "dark");
    expect(frame.src).toBe(`${SHOP}/embed?theme=dark`);
  });
});

describe("a dialog", () => {
  function openDialog() {
    const button = document.createElement("button");
    button.dataset.giftShop = "";
    document.body.append(button);
    button.click();
    const dialog = document.querySelector("dialog");
    const closer = dialog?.querySelector("button");
    if (!dialog || !closer) throw new Error("there is no dialog");
    const frame = frameIn(dialog);
    say(frame, { type: "ready", title: "Shop", close: "Close", leave: QUESTION });
    return { dialog, closer, frame };
  }

  /** What a browser does on Escape, where it lets itself be held back and where it does not. */
  function pressEscape(dialog: HTMLDialogElement, cancelable: boolean): void {
    if (dialog.dispatchEvent(new Event("cancel", { cancelable }))) dialog.close();
  }

  type Opened = ReturnType<typeof openDialog>;
  const ways: [string, (opened: Opened) => void][] = [
    ["×", ({ closer }) => closer.click()],
    ["Escape", ({ dialog }) => pressEscape(dialog, true)],
    ["an Escape that cannot be held back", ({ dialog }) => pressEscape(dialog, false)],
    ["whatever else closes it", ({ dialog }) => dialog.close()],
  ];

  test.each(ways)("with an open order asks once before %s closes it", (_way, close) => {
    const opened = openDialog();
    const { dialog, frame } = opened;
    tell(frame, "confirming");
    close(opened);
    expect(ask.mock.calls).toEqual([[QUESTION]]);
    expect(dialog.isConnected && dialog.open).toBe(true);
    expect(frameIn(dialog)).toBe(frame);

    ask.mockReturnValue(true);
    close(opened);
    expect(ask).toHaveBeenCalledTimes(2);
    expect(dialog.isConnected).toBe(false);
  });

  test.each(ways)("without an order is closed by %s and asks nothing", (_way, close) => {
    const opened = openDialog();
    close(opened);
    expect(opened.dialog.isConnected).toBe(false);
    expect(ask).not.toHaveBeenCalled();
  });

  test.each(over)("whose order is %s asks nothing", (phase) => {
    const { dialog, closer, frame } = openDialog();
    tell(frame, "awaiting_payment");
    tell(frame, phase);
    closer.click();
    expect(dialog.isConnected).toBe(false);
    expect(ask).not.toHaveBeenCalled();
  });
});
