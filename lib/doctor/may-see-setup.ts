import "server-only";
import { env, isDevelopment } from "../env/server";
import { HttpProblem } from "../http/http-problem";
import { sameSecret } from "../http/same-secret";

/** The token of an Authorization header: a program sends it as bearer, a browser as a password. */
function tokenOf(header: string | null): string | undefined {
  const [scheme = "", value = ""] = (header ?? "").split(" ");
  if (scheme.toLowerCase() === "bearer") return value;
  if (scheme.toLowerCase() !== "basic") return undefined;
  const pair = Buffer.from(value, "base64").toString("utf8");
  return pair.slice(pair.indexOf(":") + 1);
}

type Asked = { authorization: string | null; limit: () => Promise<void> };

/**
 * Whether somebody may see the set-up: everybody while the program is being developed, else who has
 * the token. Wrong tokens are counted.
 * @throws HttpProblem as if the page did not exist, when there is no token to have.
 */
export async function maySeeSetup({ authorization, limit }: Asked): Promise<boolean> {
  const { SETUP_TOKEN: token } = env();
  if (token === undefined) {
    if (isDevelopment()) return true;
    throw new HttpProblem("not_found");
  }
  const given = tokenOf(authorization);
  if (given !== undefined && sameSecret(given, token)) return true;
  await limit();
  return false;
}
