"use client";

import { createContext, type ReactNode, useContext } from "react";

/**
 * What an error boundary shows. It gets no props from the server, and pages load its script without ever
 * needing it: so the layout draws the view beforehand.
 */
const ErrorViewContext = createContext<ReactNode>(null);

type Props = { view: ReactNode; children: ReactNode };

export function ErrorViewProvider({ view, children }: Props) {
  return <ErrorViewContext value={view}>{children}</ErrorViewContext>;
}

export function useErrorView(): ReactNode {
  return useContext(ErrorViewContext);
}
