/** The variable that holds a colour of the theme: `onBrand` is `--on-brand`. */
export const cssVariable = (token: string): string =>
  `--${token.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`;
