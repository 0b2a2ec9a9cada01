import { expect, test } from "vitest";
import { differences, sample } from "./support/shape";

const expected = sample(
  {
    id: "11111111-2222-4333-8444-555555555501",
    amount: "11.31",
    at: "1790000000",
    value: 22.1,
    name: "Pixel",
    note: "words",
    list: [sample({ kind: "a", price: "1" }), sample({ kind: "b", range: { min: 1 } })],
  },
  { optional: ["note"], nullable: ["name"], also: { value: ["22.1"] } },
);
const actual = {
  id: "aaaaaaaa-2222-4333-8444-555555555501",
  amount: "3",
  at: "1800000000",
  value: "7.5",
  name: null,
  list: [{ kind: "b", range: { min: 7 } }],
};

test("a body of the same shape has no differences, whatever its values", () => {
  expect(differences(actual, expected)).toEqual([]);
});

test.each([
  ["a missing member", { ...actual, amount: undefined }, "$.amount: undefined instead of string"],
  ["a member nobody has recorded", { ...actual, more: 1 }, "$.more: not in the contract"],
  ["a number for a string", { ...actual, amount: 3 }, "$.amount: number instead of string"],
  ["null where it never is", { ...actual, amount: null }, "$.amount: null instead of string"],
  ["a word for an amount", { ...actual, amount: "$3" }, '$.amount: "$3" is no decimal'],
  ["a date for seconds", { ...actual, at: "2026-11-23" }, '$.at: "2026-11-23" is no epoch seconds'],
  ["an id of another kind", { ...actual, id: "ord_1" }, '$.id: "ord_1" is no uuid'],
  ["an object for a list", { ...actual, list: {} }, "$.list: object instead of array"],
  [
    "a wrong member inside a list",
    { ...actual, list: [{ kind: "a", price: 1 }] },
    "$.list[0].price: number instead of string",
  ],
])("%s is a difference", (_name, body, difference) => {
  expect(differences(body, expected)).toEqual([difference]);
});

test("an absent member is a difference unless it is known to be left out", () => {
  const { at: _at, ...without } = actual;
  expect(differences(without, expected)).toEqual(["$.at: absent"]);
});
