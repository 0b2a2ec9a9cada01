/** E.164: a plus sign and 8 to 15 digits. A number without its country code is not guessed at. */
export function phoneFault(text: string): "empty" | "invalid" | undefined {
  if (text.trim() === "") return "empty";
  return /^\+[1-9]\d{7,14}$/.test(text) ? undefined : "invalid";
}
