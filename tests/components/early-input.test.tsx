// @vitest-environment jsdom
import { act, cleanup } from "@testing-library/react";
import {
  type ComponentType,
  lazy,
  type ReactNode,
  Suspense,
  startTransition,
  useState,
} from "react";
import { hydrateRoot, type Root } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, it, test, vi } from "vitest";
import { EarlyInput } from "@/components/shop/early-input";
import { NOTE_EARLY_INPUT } from "@/lib/early-input/note-early-input";

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
      <EarlyInput />
    </>
  );
}

let root: Root;
let early: typeof window.earlyInput;
const field = <T extends Element>(selector: string) =>
  document.querySelector(selector) as unknown as T;
const said = () => field("output").textContent;

const pass = (ms: number) => act(() => new Promise((resolve) => setTimeout(resolve, ms)));

async function comeToLife(page: ReactNode = <Page />): Promise<void> {
  await act(async () => {
    // That the server's page was another one is what some of the tests are about.
    root = hydrateRoot(document.body, page, { onRecoverableError: () => {} });
  });
  await pass(150);
}

function type(text: string): void {
  const input = field<HTMLInputElement>("[name=text]");
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

beforeEach(() => {
  document.body.innerHTML = renderToString(<Page />);
  new Function(NOTE_EARLY_INPUT)();
  early = window.earlyInput;
});
afterEach(() => {
  early?.stop();
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

test("what was chosen early is known at once, before the page can be painted without it", async () => {
  type("tonew");
  field<HTMLElement>("[value=esim]").click();
  await act(async () => {
    root = hydrateRoot(document.body, <Page />);
  });
  expect(said()).toBe("tonew esim USDC false");
});

test("a choice whose click brings the page to life is known to it", async () => {
  await act(async () => {
    root = hydrateRoot(document.body, <Page />);
    field<HTMLElement>("[value=esim]").click();
    field<HTMLElement>("[type=checkbox]").click();
  });
  await pass(150);
  expect(said()).toBe(" esim USDC true");
  expect(field<HTMLInputElement>("[value=esim]").checked).toBe(true);
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

test("a press in the moment in which React takes the page over is done once", async () => {
  startTransition(() => {
    root = hydrateRoot(document.body, <Page />);
  });
  field<HTMLElement>("[type=button]").click();
  await pass(0);
  await pass(150);
  expect(pressed).toHaveBeenCalledTimes(1);
});

test("who corrects the middle of a text stays there", async () => {
  type("buyer@example.com");
  const input = field<HTMLInputElement>("[name=text]");
  input.focus();
  input.setSelectionRange(2, 2);
  await comeToLife();
  expect(said()).toMatch(/^buyer@example.com /);
  expect(input.selectionStart).toBe(2);
});

describe("a choice in a part that comes later than the page", () => {
  type Choose = { chosen: string; onChoose: (plan: string) => void };
  const PLANS = ["A", "B"];
  const bought = vi.fn();

  function Plans({ chosen, onChoose }: Choose) {
    return PLANS.map((plan) => (
      <input
        key={plan}
        type="radio"
        name="plan"
        value={plan}
        checked={plan === chosen}
        onChange={() => onChoose(plan)}
      />
    ));
  }

  function Shop({ Tiles }: { Tiles: ComponentType<Choose> }) {
    const [chosen, onChoose] = useState("A");
    const [coin, setCoin] = useState("USDC");
    return (
      <>
        <Suspense fallback={<Plans chosen={chosen} onChoose={onChoose} />}>
          <Tiles chosen={chosen} onChoose={onChoose} />
        </Suspense>
        <input id="coin" value={coin} onChange={(event) => setCoin(event.target.value)} />
        <button type="button" onClick={() => bought(`${chosen} for ${coin}`)}>
          Add
        </button>
        <EarlyInput />
      </>
    );
  }

  /** Plans whose script is under way until `arrive`. */
  function latePlans() {
    let arrive = () => {};
    const Tiles = lazy(
      () =>
        new Promise<{ default: typeof Plans }>((resolve) => {
          arrive = () => resolve({ default: Plans });
        }),
    );
    return { Tiles, arrive: () => act(async () => arrive()) };
  }
  const press = () => field<HTMLElement>("button").click();

  beforeEach(() => {
    bought.mockClear();
    document.body.innerHTML = renderToString(<Shop Tiles={Plans} />);
    field<HTMLElement>("[value=B]").click();
  });

  it("is bought by a press from before, once it is there", async () => {
    const { Tiles, arrive } = latePlans();
    press();
    await comeToLife(<Shop Tiles={Tiles} />);
    expect(bought).not.toHaveBeenCalled();
    await arrive();
    await pass(150);
    expect(bought.mock.calls).toEqual([["B for USDC"]]);
  });

  it("is bought by the last of several presses, on parts alive or not", async () => {
    const { Tiles, arrive } = latePlans();
    press();
    await comeToLife(<Shop Tiles={Tiles} />);
    press();
    await arrive();
    await pass(150);
    expect(bought.mock.calls).toEqual([["B for USDC"]]);
  });

  it("outlives that React writes the part anew for another change", async () => {
    const { Tiles, arrive } = latePlans();
    const coin = field<HTMLInputElement>("#coin");
    coin.value = "BTC";
    coin.dispatchEvent(new Event("input", { bubbles: true }));
    press();
    await comeToLife(<Shop Tiles={Tiles} />);
    await arrive();
    await pass(150);
    expect(field<HTMLInputElement>("[value=B]").checked).toBe(true);
    expect(bought.mock.calls).toEqual([["B for BTC"]]);
  });

  it("is never taken for one in another field, where fields have no names", async () => {
    const gone = Object.assign(document.createElement("input"), { type: "text" });
    document.body.append(gone);
    gone.value = "5 more";
    gone.dispatchEvent(new Event("input", { bubbles: true }));
    gone.remove();
    await comeToLife(<Shop Tiles={Plans} />);
    expect(field<HTMLInputElement>("#coin").value).toBe("USDC");
  });

  it("that is not to be had any more is not replaced by another one", async () => {
    press();
    await comeToLife(<Shop Tiles={() => <p>Sold out.</p>} />);
    expect(bought).not.toHaveBeenCalled();
  });
});
