"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Locale } from "@/lib/i18n/locales";
import type { CommonWords } from "./words";

/** What an error boundary needs to say: it gets no props from the server. */
export type PageWords = { locale: Locale; error: CommonWords["error"] };

const PageWordsContext = createContext<PageWords | undefined>(undefined);

export function PageWordsProvider({ value, children }: { value: PageWords; children: ReactNode }) {
  return <PageWordsContext value={value}>{children}</PageWordsContext>;
}

export function usePageWords(): PageWords | undefined {
  return useContext(PageWordsContext);
}
