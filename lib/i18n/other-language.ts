/** The language of a text, if the page's readers would call it another than theirs. */
export function otherLanguage(text: string | undefined, page: string): string | undefined {
  return text === undefined || primaryOf(text) === primaryOf(page) ? undefined : text;
}

const primaryOf = (tag: string): string | undefined => tag.toLowerCase().split(/[-_]/)[0];
