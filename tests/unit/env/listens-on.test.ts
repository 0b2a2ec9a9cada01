import { expect, test } from "vitest";
import { hostnameFault } from "@/lib/env/listens-on";

test.each(["127.0.0.1", "127.1.2.3", "::1", "[::1]"])("%s is refused with what to do", (name) => {
  expect(hostnameFault(name)).toMatch(/must be localhost/);
});

test.each([undefined, "", "localhost", "0.0.0.0", "::", "10.0.0.1", "127.example.com"])(
  "%s is fine",
  (name) => {
    expect(hostnameFault(name)).toBeUndefined();
  },
);
