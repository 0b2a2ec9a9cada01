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
