import { openApiDocument } from "@/lib/contract/openapi";
import { cachedJson } from "@/lib/http/cached-json";
import { handle } from "@/lib/http/handle";
import { appVersion } from "@/lib/version";

export const GET = handle({ route: "/api/openapi.json" }, async ({ request }) =>
  cachedJson(request, openApiDocument(appVersion()), 300),
);
