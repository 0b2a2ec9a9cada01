/** The sentences of paying from a browser wallet, as the server hands them to the island. */
export type WalletMessages = typeof import("@/messages/en/wallet.json");
