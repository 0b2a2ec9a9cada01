/** Messages that are the same everywhere: names, abbreviations of trade, units. */
export const SAME_IN_EVERY_LANGUAGE: readonly string[] = [
  "catalog.categories.nft_bundle",
  "catalog.categories.e-sim",
  "order.details.utc",
  "product.form.plans.dataGb",
];

const LOAN_WORDS = ["catalog.categories.streaming", "catalog.categories.internet"];

/** Words that a language happens to share with the first one. */
export const SAME_IN_SOME: Readonly<Record<string, readonly string[]>> = {
  es: [...LOAN_WORDS, "catalog.categories.gas", "order.lines.total"],
  "pt-BR": [
    ...LOAN_WORDS,
    "catalog.kinds.esim",
    "doctor.levels.ok",
    "order.lines.total",
    "order.details.email",
    "order.report.email",
    "product.methods.online",
  ],
  fr: [
    ...LOAN_WORDS,
    "catalog.search.suggestions",
    "checkout.minimum",
    "doctor.checks.config",
    "findable.llms.pagesTitle",
    "legal.contact",
    "order.steps.confirm",
    "order.after.transactions",
    "order.lines.total",
    "order.code.title",
    "order.details.email",
    "order.report.transactions",
    "order.report.email",
    "wallet.sent.transaction",
  ],
  de: [
    ...LOAN_WORDS,
    "gift.make.passphraseLabel",
    "gift.made.passphrase",
    "gift.locked.label",
    "order.offline.passphrase",
    "orders.locked.label",
    "orders.device.passTitle",
    "catalog.kinds.esim",
    "catalog.categories.gas",
    "checkout.sellerLabel",
    "checkout.coinLabel",
    "common.footer.powered",
    "common.footer.support",
    "doctor.checks.shop",
    "order.receipt.coin",
    "order.code.title",
    "order.report.browser",
    "product.methods.online",
  ],
  tr: ["checkout.coinLabel", "order.receipt.coin"],
};

/** Sentences that a language words so that no count changes them, where the first one needs a plural. */
export const COUNTED_WITHOUT_PLURAL: Readonly<Record<string, readonly string[]>> = {
  ar: [
    "catalog.home.metaDescription",
    "catalog.browse.metaDescription",
    "checkout.titleMore",
    "doctor.says.shop_ok",
    "doctor.says.upstream_timeout",
    "doctor.says.headers_twice",
    "order.scene.done_partly.heading",
    "problems.product_count_exceeded",
    "problems.maximum_number_of_products_per_day_exceeded",
    "product.form.plans.shown",
  ],
  de: ["doctor.says.shop_ok", "order.scene.done_partly.heading"],
  es: ["checkout.titleMore", "doctor.says.shop_ok", "order.scene.done_partly.heading"],
  fr: ["checkout.titleMore", "doctor.says.shop_ok", "order.scene.done_partly.heading"],
  "pt-BR": ["checkout.titleMore", "doctor.says.shop_ok", "order.scene.done_partly.heading"],
};

/** Languages whose nouns stay as they are after a number. */
export const NOUNS_STAY: readonly string[] = ["tr"];
