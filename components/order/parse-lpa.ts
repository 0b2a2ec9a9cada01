export type Lpa = { server: string; activation: string; needsConfirmation: boolean };

/**
 * `LPA:1$server$activation code[$oid[$1]]`, as SGP.22 of the GSMA prints it; the last field says that
 * a confirmation code is asked for.
 */
export function parseLpa(lpa: string): Lpa | undefined {
  const [version = "", server = "", activation = "", , confirmation = ""] = lpa.trim().split("$");
  if (!/^LPA:1$/i.test(version) || !server || !activation) return undefined;
  return { server, activation, needsConfirmation: confirmation === "1" };
}

const SETUP = {
  apple: "https://esimsetup.apple.com/esim_qrcode_provisioning",
  android: "https://esimsetup.android.com/esim_qrcode_provisioning",
} as const;

/** The link with which a phone installs a profile by itself. */
export function installLink(system: keyof typeof SETUP, lpa: string): string {
  // The separators stay as they are printed; phones compare them without decoding.
  const data = encodeURIComponent(lpa.trim()).replaceAll("%3A", ":").replaceAll("%24", "$");
  return `${SETUP[system]}?carddata=${data}`;
}
