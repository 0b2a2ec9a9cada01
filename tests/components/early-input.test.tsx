// @vitest-environment jsdom
import { act, cleanup } from "@testing-library/react";
import { useState } from "react";
import { hydrateRoot, type Root } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { NOTE_EARLY_INPUT } from "@/lib/early-input/note-early-input";
import { replayEarlyInput } from "@/lib/early-input/replay-early-input";

const pressed = vi.fn();
const sent = vi.fn();

function Page() {
  const [text, setText] = useState("");
  const [kind, setKind] = useState("card");
  const [coin, setCoin] = useState("USDC");
  const [agreed, setAgreed] = useState(false);
  return (
    <>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          sent(text);
        }}
      >
        <input name="text" value={text} onChange={(event) => setText(event.target.value)} />
        {["card", "esim"].map((each) => (
          <input
            key={each}
            type="radio"
            name="kind"
            value={each}
            checked={kind === each}
            onChange={() => setKind(each)}
          />
        ))}
        <input
          type="checkbox"
          checked={agreed}
          onChange={(event) => setAgreed(event.target.checked)}
        />
        <select value={coin} onChange={(event) => setCoin(event.target.value)}>
          <option>USDC</option>
          <option>BTC</option>
        </select>
        <button type="submit">Send</button>
      </form>
      <button type="button" onClick={pressed}>
        Press
      </button>
      <output>{[text, kind, coin, agreed].join(" ")}</output>
    </>
  );
}

let root: Root;
const field = <T extends Element>(selector: string) =>
  document.querySelector(selector) as unknown as T;
const said = () => field("output").textContent;

async function comeToLife(): Promise<void> {
  await act(async () => {
    root = hydrateRoot(document.body, <Page />);
  });
  const early = window.earlyInput;
  if (!early) throw new Error("nothing was noted");
  early.taken = true;
  await act(async () => {
    replayEarlyInput(early);
    await new Promise((resolve) => setTimeout(resolve, 150));
  });
  early.stop();
}

function type(text: string): void {
  const input = field<HTMLInputElement>("[name=text]");
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

beforeEach(() => {
  document.body.innerHTML = renderToString(<Page />);
  new Function(NOTE_EARLY_INPUT)();
});
afterEach(() => {
  act(() => root.unmount());
  cleanup();
  vi.restoreAllMocks();
  pressed.mockClear();
  sent.mockClear();
});

test("a page nobody touched is as it was sent", async () => {
  await comeToLife();
  expect(said()).toBe(" card USDC false");
});

test("what was typed, chosen and ticked early is known to the page", async () => {
  type("tonew");
  field<HTMLElement>("[value=esim]").click();
  field<HTMLElement>("[type=checkbox]").click();
  const select = field<HTMLSelectElement>("select");
  select.value = "BTC";
  select.dispatchEvent(new Event("input", { bubbles: true }));
  await comeToLife();
  expect(said()).toBe("tonew esim BTC true");
  expect(field<HTMLInputElement>("[name=text]").value).toBe("tonew");
});

test("the last of several choices counts", async () => {
  field<HTMLElement>("[value=esim]").click();
  field<HTMLElement>("[value=card]").click();
  type("a");
  type("");
  await comeToLife();
  expect(said()).toBe(" card USDC false");
});

test("a button that was pressed twice is pressed once, after what was typed before", async () => {
  type("tonew");
  field<HTMLElement>("[type=submit]").click();
  field<HTMLElement>("[type=submit]").click();
  await comeToLife();
  expect(sent.mock.calls).toEqual([["tonew"]]);
});

test("of two buttons the last is pressed", async () => {
  field<HTMLElement>("[type=submit]").click();
  field<HTMLElement>("[type=button]").click();
  await comeToLife();
  expect([sent.mock.calls.length, pressed.mock.calls.length]).toEqual([0, 1]);
});

test("a press that nobody expects to do anything any more does nothing", async () => {
  field<HTMLElement>("[type=button]").click();
  const now = performance.now();
  vi.spyOn(performance, "now").mockReturnValue(now + 6_000);
  await comeToLife();
  expect(pressed).not.toHaveBeenCalled();
});

test("a form that the browser sends by itself is not sent once more", async () => {
  field<HTMLFormElement>("form").method = "get";
  field<HTMLFormElement>("form").addEventListener("submit", (event) => event.preventDefault());
  field<HTMLElement>("[type=submit]").click();
  await comeToLife();
  expect(sent).not.toHaveBeenCalled();
});
