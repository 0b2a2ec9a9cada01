import type { Metadata } from "next";
import { type LegalProps, LegalRoute, legalMetadata } from "../legal-route";

export const revalidate = 86_400;

export function generateStaticParams(): [] {
  return [];
}

export function generateMetadata(props: LegalProps): Promise<Metadata> {
  return legalMetadata(props, "privacy");
}

export default function PrivacyPage(props: LegalProps) {
  return <LegalRoute {...props} name="privacy" />;
}
