/** The form of a partner ID: whatever an HTTP header may carry. */
export const PARTNER_ID = /^[\x21-\x7e]{1,128}$/;
