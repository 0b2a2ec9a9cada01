import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { type FrameParams, findFrame } from "../find-frame";
import { FrameMissing } from "../frame-missing";

// Thrown from the head, so that the status is 404 while the page is whole in the server's HTML.
export function generateMetadata(): Metadata {
  notFound();
}

export default async function UnknownFramePage({ params }: { params: Promise<FrameParams> }) {
  await connection();
  const { locale } = findFrame(await params);
  return <FrameMissing locale={locale} />;
}
