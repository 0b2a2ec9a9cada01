/** The least: with none here Next takes the one of the folder above. */
export function register() {}
