import { expect, test } from "vitest";
import { askedHostname, hostnameFault } from "@/lib/env/listens-on";

test.each(["127.0.0.1", "127.1.2.3", "::1", "[::1]"])("%s is refused with what to do", (name) => {
  expect(hostnameFault(name)).toMatch(/must be localhost/);
});

test.each([undefined, "", "localhost", "0.0.0.0", "::", "10.0.0.1", "127.example.com"])(
  "%s is fine",
  (name) => {
    expect(hostnameFault(name)).toBeUndefined();
  },
);

test.each([
  [["start", "-p", "3000", "-H", "127.0.0.1"], "127.0.0.1"],
  [["start", "--hostname", "127.0.0.1"], "127.0.0.1"],
  [["start", "--hostname=127.0.0.1", "-p", "3000"], "127.0.0.1"],
  [["start", "-p", "3000"], "0.0.0.0"],
  [["start", "-H"], "0.0.0.0"],
  [[], "0.0.0.0"],
])("H2: of %j and a variable, %s is what the server listens on", (args, expected) => {
  expect(askedHostname(args, "0.0.0.0")).toBe(expected);
});
