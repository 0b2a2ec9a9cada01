/** A rough look, to help with slips; the answer of the server is what counts. */
export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text);
