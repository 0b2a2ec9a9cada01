import { sameSecret } from "./same-secret";

/** Whether an Authorization header bears the token. */
export function hasBearer(authorization: string | null, token: string): boolean {
  const given = /^Bearer (.+)$/i.exec(authorization ?? "")?.[1] ?? "";
  return sameSecret(given, token);
}
