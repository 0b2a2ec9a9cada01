/** Enough to recognise one's own address by, and no more. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  if (at < 1) return "***";
  // The first letter may take two units of a string.
  return `${String.fromCodePoint(email.codePointAt(0) ?? 0)}***${email.slice(at)}`;
}

export function maskBeneficiary(account: string): string {
  if (account.includes("@")) return maskEmail(account);
  return account.length > 6 ? `•••\u00a0${account.slice(-4)}` : "•••";
}
