"use client";

import { usePageWords } from "@/components/shop/page-words";
import { RetryButton } from "@/components/shop/retry-button";
import { UnavailableView } from "@/components/shop/unavailable-view";

/** Shows nothing of the error itself: it would help nobody who came to buy something. */
export default function PageError() {
  const words = usePageWords();
  if (!words) return null;
  const { error, locale } = words;
  return (
    <UnavailableView words={error} locale={locale} retry={<RetryButton label={error.retry} />} />
  );
}
