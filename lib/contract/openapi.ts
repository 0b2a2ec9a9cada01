import * as z from "zod";
import { OPERATIONS, type Operation } from "./operations";
import { problemBodySchema } from "./problem";

const schemaOf = (schema: z.core.$ZodType): Record<string, unknown> => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: "input" });
  return rest;
};

const parameter = (name: string, where: "path" | "query" | "header") => ({
  name,
  in: where,
  required: where !== "query" || name !== "lang",
  schema: { type: "string" },
});

function operationObject(operation: Operation): Record<string, unknown> {
  const { body } = operation;
  const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
  const content = operation.media
    ? { [operation.media]: { schema: { type: "string" } } }
    : operation.reply && { "application/json": { schema: schemaOf(operation.reply) } };
  return {
    summary: operation.summary,
    parameters: [
      ...inPath.map((name) => parameter(name, "path")),
      ...(operation.query ?? []).map((name) => parameter(name, "query")),
      ...(operation.headers ?? []).map((name) => parameter(name, "header")),
    ],
    ...(body && {
      requestBody: {
        required: true,
        content: Object.fromEntries(
          (operation.bodyMedia ?? ["application/json"]).map((media) => [
            media,
            { schema: schemaOf(body) },
          ]),
        ),
      },
    }),
    responses: {
      [operation.status]: { description: operation.summary, ...(content && { content }) },
      default: {
        description: "A refusal",
        content: {
          "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
        },
      },
    },
  };
}

/** The OpenAPI 3.1 document of the shop's own interface. */
export function openApiDocument(version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method]: operationObject(operation),
    };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Storefront", version },
    paths,
    components: { schemas: { Problem: schemaOf(problemBodySchema) } },
  };
}
