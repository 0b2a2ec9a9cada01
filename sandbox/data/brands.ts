import { COUNTRIES } from "./countries";
import { FEATURED } from "./featured";
import { bytesOf, pickNumber, pickOne, uuidOf } from "./random";
import type { Brand, Shape } from "./types";

const HEADS =
  "Amber Arbor Atlas Aurora Bay Beacon Birch Blue Bright Brook Cedar Cinder Clear Cloud Cobalt Comet Coral Crest Crown Dawn Delta Ember Ever Falcon Fern Field Flint Fox Frost Gale Glade Gold Grand Harbor Hazel High Hollow Indigo Iron Ivory Jade Juniper Kestrel Lark Laurel Lumen Maple Meadow Mint Moon Moss Nova Oak Ocean Onyx Opal Orbit Pearl Pebble Pine Polar Prairie Quartz Rain Raven Ridge River Robin Rose Ruby Sage Sand Scarlet Shore Sierra Silver Sky Slate Snow Solar Spark Spruce Star Stone Storm Summit Sun Swift Terra Thistle Tide Timber Topaz Vale Velvet Vista Wave West Wild Willow Wind Winter".split(
    " ",
  );
const TAILS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  games: ["Arcade", "Games", "Quest", "Play"],
  "e-commerce": ["Market", "Store", "Bazaar", "Depot"],
  food: ["Kitchen", "Grill", "Bistro", "Pizza"],
  groceries: ["Foods", "Grocers", "Pantry"],
  apparel_clothing: ["Wear", "Apparel", "Denim"],
  electronics: ["Tech", "Electronics", "Audio"],
  entertainment: ["Cinema", "Tickets", "Live"],
  streaming: ["Stream", "Music", "TV"],
  health_beauty: ["Beauty", "Spa", "Pharmacy"],
  home: ["Home", "Living", "Garden"],
  sports_fitness: ["Sports", "Fitness", "Outdoors"],
  travel: ["Travel", "Hotels", "Air"],
  books_learning: ["Books", "Learning"],
  retail: ["Outlet", "Goods", "Trading"],
  mobile_credits: ["Mobile", "Cell", "Telecom"],
  "e-sim": ["eSIM", "Roam"],
};
const CATEGORIES = Object.keys(TAILS) as [string, ...string[]];
const COLOURS =
  "#0f4c5c #9a031e #5f0f40 #e36414 #0b525b #283618 #bc6c25 #22223b #4a4e69 #003049 #d62828 #6a040f #3a5a40 #1d3557 #e07a5f #3d405b #81b29a #7209b7 #3a0ca3 #264653 #2a9d8f #e76f51 #14213d #fca311 #5a189a #ff6d00 #006466 #d00000 #136f63 #1b4332".split(
    " ",
  ) as [string, ...string[]];
const CURRENCIES: Readonly<Record<string, string>> = {
  US: "USD",
  TR: "TRY",
  GB: "GBP",
  CA: "CAD",
  AU: "AUD",
  IN: "INR",
  ID: "IDR",
  BR: "BRL",
  MX: "MXN",
  NG: "NGN",
  JP: "JPY",
  KR: "KRW",
  AE: "AED",
  CH: "CHF",
  SE: "SEK",
  PL: "PLN",
  VN: "VND",
  DE: "EUR",
  FR: "EUR",
  ES: "EUR",
  IT: "EUR",
  NL: "EUR",
  AT: "EUR",
  BE: "EUR",
  IE: "EUR",
  PT: "EUR",
};

const US_BRANDS = 900;
const EMPTY_COUNTRIES = new Set(["AQ", "BV", "HM", "UM", "TF"]);

export const currencyOf = (country: string): string => CURRENCIES[country] ?? "USD";

function countOf(country: string): number {
  if (country === "US") return US_BRANDS;
  if (country === "TR") return 220;
  if (EMPTY_COUNTRIES.has(country)) return 0;
  return pickNumber(`count|${country}`, 400) + 1;
}

function shapeOf(label: string, category: string, country: string): Shape {
  const currency = currencyOf(country);
  const unit =
    currency === "IDR" || currency === "VND"
      ? 10_000
      : currency === "JPY" || currency === "NGN" || currency === "KRW"
        ? 100
        : currency === "TRY"
          ? 10
          : 1;
  if (category === "e-sim") return { type: "plans", phone: false };
  if (category === "mobile_credits") {
    return { type: "topup", values: [5 * unit, 10 * unit, 20 * unit], currency, symbol: "" };
  }
  if (pickNumber(`${label}|range`, 4) === 0) {
    return {
      type: "range",
      min: 5 * unit,
      max: 500 * unit,
      step: unit,
      default: `${500 * unit}.0`,
      currency,
    };
  }
  return { type: "fixed", values: [10, 25, 50, 100].map((value) => value * unit), currency };
}

function generated(seed: number, country: string, index: number): Brand {
  const label = `${seed}|${country}|${index}`;
  const category = pickOne(`${label}|category`, CATEGORIES);
  const head = HEADS[index % HEADS.length] ?? "North";
  const tail = pickOne(`${label}|tail`, TAILS[category] ?? ["Shop"]);
  const round = Math.floor(index / HEADS.length);
  const second =
    round === 0 ? "" : (HEADS[(index * 7 + round * 13) % HEADS.length] ?? "").toLowerCase();
  const name = `${head}${second} ${tail}`;
  const mobile = category === "e-sim" || category === "mobile_credits";
  return {
    id: uuidOf(`brand|${label}`),
    name,
    family: name,
    kind: mobile ? "mobile_recharge" : "giftcard",
    category,
    more: pickNumber(`${label}|more`, 5) === 0 ? ["sale"] : [],
    country,
    background: pickOne(`${label}|colour`, COLOURS),
    noColour: pickNumber(`${label}|no-colour`, 30) === 0,
    shape: shapeOf(label, category, country),
    tags:
      pickNumber(`${label}|tags`, 9) === 0
        ? ["new"]
        : pickNumber(`${label}|tags2`, 7) === 0
          ? null
          : [],
    outOfStock: pickNumber(`${label}|stock`, 40) === 0,
    popular: index < 6,
    linkCode: pickNumber(`${label}|link`, 10) === 0,
    text: pickNumber(`${label}|text`, 6) === 0 ? "none" : "rich",
    promotion: pickNumber(`${label}|promotion`, 25) === 0,
  };
}

/** The brands of every country, made when first asked for and the same ever after. */
export function brandWorld(seed: number): (country: string) => readonly Brand[] {
  const made = new Map<string, readonly Brand[]>();
  return (country) => {
    const known = made.get(country);
    if (known || !COUNTRIES.includes(country)) return known ?? [];
    const featured = (FEATURED[country] ?? []).map(
      (row): Brand => ({
        id: uuidOf(`brand|${seed}|${country}|${row.name}`),
        family: row.name,
        kind: "giftcard",
        category: null,
        more: [],
        country,
        noColour: false,
        tags: [],
        outOfStock: false,
        popular: false,
        linkCode: false,
        text: "rich",
        promotion: false,
        ...row,
      }),
    );
    const rest = Math.max(0, countOf(country) - featured.length);
    const brands = [
      ...featured,
      ...Array.from({ length: rest }, (_, index) => generated(seed, country, index)),
    ];
    made.set(country, brands);
    return brands;
  };
}

/** The name of a brand's logo file. */
export function logoName(brand: Pick<Brand, "name" | "background">): string {
  const slug = brand.name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");
  return `${encodeURIComponent(slug)}~${brand.background.slice(1)}~${bytesOf(brand.name).toString("hex").slice(0, 2)}`;
}
