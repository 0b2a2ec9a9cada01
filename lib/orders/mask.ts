/** Enough to recognise one's own address by, and no more. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  if (at < 1) return "***";
  return `${email.slice(0, 1)}***${email.slice(at)}`;
}

export function maskBeneficiary(account: string): string {
  if (account.includes("@")) return maskEmail(account);
  return account.length > 6 ? `•••\u00a0${account.slice(-4)}` : "•••";
}
