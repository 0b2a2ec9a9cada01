"use client";

import { useErrorView } from "@/components/shop/error-view";

/** Shows nothing of the error itself: it would help nobody who came to buy something. */
export default function PageError() {
  return useErrorView();
}
