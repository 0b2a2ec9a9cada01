import * as z from "zod/mini";
import { HttpProblem } from "./http-problem";
import { readJson } from "./read-json";

/** Reads and checks a JSON body. Unknown keys are refused by the strict schemas. */
export async function parseBody<Schema extends z.ZodMiniType>(
  request: Request,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const result = z.safeParse(schema, await readJson(request));
  if (!result.success) throw new HttpProblem("bad_request");
  return result.data;
}
