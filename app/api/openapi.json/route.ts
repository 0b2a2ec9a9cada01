import { openApiDocument } from "@/lib/contract/openapi";
import { cachedJson } from "@/lib/http/cached-json";
import { handle } from "@/lib/http/handle";
import { appVersion } from "@/lib/version";

/** Stands for the document, which changes only with the version. */
const thisVersion = {};

export const GET = handle({ route: "/api/openapi.json" }, ({ request }) =>
  cachedJson(request, thisVersion, { maxAgeSeconds: 300 }, () => openApiDocument(appVersion())),
);
