import { type RefObject, useEffect, useRef } from "react";

/**
 * Tells what stands in a field when its page comes alive: typed before there were scripts, or put back
 * by the browser. React keeps such a text and says nothing of it.
 */
export function useTypedEarly(onText: (text: string) => void): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  const tell = useRef(onText);
  useEffect(() => {
    const { value, defaultValue } = field.current ?? { value: "", defaultValue: "" };
    if (value !== defaultValue) tell.current(value);
  }, []);
  return field;
}
