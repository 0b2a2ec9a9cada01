/**
 * The same rule in the browser and on the server: something, an at sign, a host with a dot, and all of it
 * can be seen.
 */
export function emailFault(text: string): "empty" | "invalid" | undefined {
  const email = text.trim();
  if (email === "") return "empty";
  const looksRight =
    email.length <= 254 &&
    !/\p{C}/u.test(email) &&
    /^[^\s@,;<>"]+@[^\s@.,;<>"]+(\.[^\s@.,;<>"]+)+$/.test(email);
  return looksRight ? undefined : "invalid";
}
