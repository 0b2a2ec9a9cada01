/**
 * Import directions for the storefront. Read it with docs/architecture.md.
 *
 * Needs the TypeScript compiler API: on TypeScript 7 this tool cruises nothing and still exits 0,
 * so tests/unit/architecture.test.ts asserts that modules were seen.
 */
const typeOnly = ["type-only"];

/** @type {import("dependency-cruiser").IConfiguration} */
const config = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "A cycle means two files are one file, or a third file is missing.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "lib-never-imports-upward",
      comment: "lib/ is what the app is about; app/ and components/ only present it.",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^(app|components|sandbox|tests)/" },
    },
    {
      name: "components-never-import-app",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^app/" },
    },
    {
      name: "components-reach-upstream-by-type-only",
      comment:
        "A component may name an upstream type; only server code may call or parse upstream.",
      severity: "error",
      from: { path: "^components/" },
      to: {
        path: "^lib/(cryptorefills/|catalog/|env/|http/|shop/current)",
        dependencyTypesNot: typeOnly,
      },
    },
    {
      name: "upstream-client-is-reached-through-its-owners",
      comment:
        "Pages read through lib/catalog and lib/order-*; only they and route handlers call the client.",
      severity: "error",
      from: { path: "^app/", pathNot: "^app/api/" },
      to: { path: "^lib/cryptorefills/(client|headers)", dependencyTypesNot: typeOnly },
    },
    {
      name: "routes-never-render",
      severity: "error",
      from: { path: "^app/api/" },
      to: { path: "^components/" },
    },
    {
      name: "upstream-adapter-knows-no-domain",
      comment: "It sends, parses and reports; what an order means is decided in lib/orders.",
      severity: "error",
      from: { path: "^lib/cryptorefills/" },
      to: { path: "^lib/(checkout|orders|payment|contract|shop|catalog)/" },
    },
    {
      name: "domain-stays-pure",
      comment: "Payment and order rules run in the browser, on the server and in tests alike.",
      severity: "error",
      from: { path: "^lib/(payment|orders|checkout|contract|gift|images|shop/(schema|theme))" },
      to: {
        path: [
          "^lib/(cryptorefills/(client|headers)|catalog/|env/|http/|shop/current)",
          "node_modules/(next|react|react-dom|server-only)/",
        ],
        dependencyTypesNot: typeOnly,
      },
    },
    {
      name: "domain-uses-no-node-builtins",
      severity: "error",
      from: {
        path: "^lib/(payment|orders|checkout|contract|gift|images|shop/(schema|theme)|cryptorefills/schemas)",
      },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "schemas-stay-leaves",
      severity: "error",
      from: { path: "^lib/cryptorefills/schemas/" },
      to: { pathNot: ["^lib/cryptorefills/schemas/", "node_modules/zod/"] },
    },
    {
      name: "sandbox-shares-nothing-with-the-app",
      comment: "A wrong field name on both sides must not cancel out.",
      severity: "error",
      from: { path: "^sandbox/" },
      to: { path: "^(app|components|lib)/" },
    },
    {
      name: "nothing-ships-the-sandbox",
      severity: "error",
      from: { path: "^(app|components|lib|proxy|instrumentation|next\\.config)" },
      to: { path: "^(sandbox|tests)/" },
    },
    {
      name: "no-dev-dependency-in-shipped-code",
      severity: "error",
      from: { path: "^(app|components|lib)/" },
      to: {
        dependencyTypes: ["npm-dev"],
        dependencyTypesNot: ["type-only"],
        pathNot: "node_modules/@types/",
      },
    },
  ],
  required: [
    {
      name: "server-folders-are-fenced",
      comment: "Whoever imports these from a client component must get a build error, not a leak.",
      severity: "error",
      module: {
        path: "^lib/(catalog/(read-.+|renew-soon|knows-coin|quote-price|identity|shared-cache)|order-(access|creation|guard|stream)/.+|event-stream/(event-stream|open-streams|.+-outlet)|challenge/(configured|verify)|env/server|shop/current|store/(current-.+|limits|shared-entries)|cryptorefills/(call|client|stream))\\.ts$",
      },
      to: { path: "node_modules/server-only/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)\\.next/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};

export default config;
