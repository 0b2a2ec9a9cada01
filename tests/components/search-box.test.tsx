// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { SearchBox } from "@/components/search/search-box";
import words from "@/messages/en/catalog.json";

beforeEach(() => {
  localStorage.setItem("searches", JSON.stringify(["pixelforge"]));
  vi.stubGlobal("fetch", async () => new Response(null, { status: 503 }));
});
afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.unstubAllGlobals();
});

/** The field with its list open, and the focus on something within the search. */
async function openOn(name: string): Promise<HTMLElement> {
  render(
    <SearchBox
      country={{ code: "US", name: "United States" }}
      locale="en"
      revision="1"
      label="Search brands"
      placeholder=""
      words={{ ...words.search, kinds: words.kinds }}
    />,
  );
  await act(async () => field().focus());
  expect(list()).not.toBeNull();
  const control = screen.getByRole("button", { name });
  await act(async () => control.focus());
  expect(list()).not.toBeNull();
  return control;
}
const field = () => screen.getByRole("combobox");
const list = () => screen.queryByRole("listbox");
const pressEscape = (from: HTMLElement) =>
  act(async () => void fireEvent.keyDown(from, { key: "Escape" }));

it("Escape on the button that sends the search closes the list, and the focus stays", async () => {
  const submit = await openOn("Search brands");
  await pressEscape(submit);
  expect(list()).toBeNull();
  expect(document.activeElement).toBe(submit);
});

it("Escape within the list closes it, and the focus goes back to the field", async () => {
  await pressEscape(await openOn(words.search.forget));
  expect(list()).toBeNull();
  expect(document.activeElement).toBe(field());
});

it("Escape in the field closes the list, and once more is left to the browser", async () => {
  await openOn("Search brands");
  await act(async () => field().focus());
  const left = () => fireEvent.keyDown(field(), { key: "Escape" });
  await act(async () => expect(left()).toBe(false));
  expect(list()).toBeNull();
  await act(async () => expect(left()).toBe(true));
});
