// @vitest-environment jsdom
import { afterEach, expect, test, vi } from "vitest";
import { SCRIPT_RULES, trustScripts } from "@/lib/trusted-scripts";

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each([
  ["/_next/static/chunks/a.js", true],
  ["http://localhost:3000/_next/static/chunks/a.js?v=1", true],
  ["/sw.js", true],
  ["/offline.js", false],
  ["/api/orders", false],
  ["/_next/static/../../api/orders", false],
  ["//evil.example/_next/static/a.js", false],
  ["https://evil.example/_next/static/a.js", false],
  ["data:text/javascript,/_next/static/", false],
  ["blob:http://localhost:3000/_next/static/x", false],
  ["javascript:alert(1)", false],
])("a script from %s is loaded: %s", (url, loaded) => {
  expect(SCRIPT_RULES.createScriptURL(url)).toBe(loaded ? url : null);
});

test.each([
  ['{"@type":"Product","name":"x"}', true],
  ["[1]", true],
  ["alert(1)", false],
  ["", false],
  ['{"a":alert(1)}', false],
])("the text %j stands in a script: %s", (text, stands) => {
  expect(SCRIPT_RULES.createScript(text)).toBe(stands ? text : null);
});

test("the only text that becomes elements is an empty script", () => {
  expect(SCRIPT_RULES.createHTML("<script></script>")).toBe("<script></script>");
  for (const html of ["", "x", "<b>x</b>", "<script>x</script>", "<script></script> "]) {
    expect(SCRIPT_RULES.createHTML(html)).toBeNull();
  }
});

test("the rules are what the browser asks, where it has such a thing", () => {
  expect(() => trustScripts()).not.toThrow();
  const createPolicy = vi.fn();
  vi.stubGlobal("trustedTypes", { createPolicy });
  trustScripts();
  expect(createPolicy.mock.calls).toEqual([["default", SCRIPT_RULES]]);
});
