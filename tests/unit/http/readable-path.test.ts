import { expect, test } from "vitest";
import { readablePath } from "@/lib/http/readable-path";

test.each([
  ["/en/%E0%A4%A", "/en/%25E0%25A4%25A"],
  ["/en/us/%ff", "/en/us/%25ff"],
  ["/api/orders/%?a=%ff", "/api/orders/%25?a=%ff"],
  ["/en/50%off/%2e%2e/x", "/en/50%25off/%252e%252e/x"],
])("%s is asked for by its letters, as %s", (url, answered) => {
  expect(readablePath(url)).toBe(answered);
  expect(() => decodeURIComponent(answered.split("?")[0] ?? "")).not.toThrow();
});

test.each(["/", "/en/us", "/en/%6Frders/abc", "/en/us?q=%", "/en/caf%C3%A9", "*", ""])(
  "%s stays as it is",
  (url) => {
    expect(readablePath(url)).toBe(url);
  },
);
