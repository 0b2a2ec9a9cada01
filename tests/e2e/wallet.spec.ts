import { readFileSync } from "node:fs";
import type { BrowserContext, Page } from "@playwright/test";
import {
  getCompiledTransactionMessageDecoder,
  getInstructionsFromCompiledTransactionMessage,
  getTransactionDecoder,
} from "@solana/kit";
import {
  parseCreateAssociatedTokenIdempotentInstruction,
  parseTransferCheckedInstruction,
} from "@solana-program/token";
import { toBaseUnits } from "../../lib/payment/amount";
import { placeOrder } from "./support/buy";
import {
  addEvmWallet,
  addSolanaWallet,
  EVM_ACCOUNT,
  EVM_HASH,
  type FakeWallet,
  ok,
  refuse,
  SOLANA_PAYER,
} from "./support/fake-wallets";
import { freshEmail, move, orderOf } from "./support/sandbox";
import { expect, expectScene, test } from "./support/test";

const path = "/en/us/pixelforge";
const USDC_ON_BASE = "0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913";
const words: typeof import("../../messages/en/wallet.json") = JSON.parse(
  readFileSync("messages/en/wallet.json", "utf8"),
);

async function openList(page: Page): Promise<void> {
  await page.getByRole("button", { name: words.button }).click();
}

const payButton = (page: Page, wallet: FakeWallet) =>
  page.getByRole("button", { name: new RegExp(`with ${wallet.name}$`) });

async function pay(page: Page, wallet: FakeWallet): Promise<void> {
  await openList(page);
  await payButton(page, wallet).click();
}

async function expectSent(page: Page, answer: "hash" | "awaited" | "unanswered"): Promise<void> {
  await expectScene(page, "sent");
  await expect(page.getByTestId("sent-card")).toHaveAttribute("data-answer", answer);
  await expect(page.getByTestId("payment-card")).toHaveCount(0);
  await expect(page.getByTestId("pay-address")).toHaveCount(0);
  await expect(page.getByTestId("pay-qr")).toHaveCount(0);
  await expect(page.getByTestId("wallet-pay")).toHaveCount(0);
}

/** An order whose payment a wallet says it has sent. */
async function payFromWallet(page: Page, context: BrowserContext) {
  const wallet = await addEvmWallet(context);
  const email = freshEmail();
  await placeOrder(page, { path, email, network: "Base" });
  await pay(page, wallet);
  await expectSent(page, "hash");
  return { wallet, email };
}

async function expectFailure(page: Page, kind: keyof typeof words.failure): Promise<void> {
  await expect(page.locator(`[data-failure="${kind}"]`)).toBeVisible();
  await expect(page.getByTestId("payment-card")).toBeVisible();
}

type SolanaSend = { chain: string; transaction: number[] };

const pad = (hex: string) => hex.toLowerCase().padStart(64, "0");

test.describe("an EVM wallet", () => {
  test("sends exactly the transfer that is due, once, and the order goes on", async ({
    page,
    context,
  }) => {
    const { wallet, email } = await payFromWallet(page, context);
    await expect(page.getByTestId("sent-card")).toContainText(EVM_HASH);
    await expect(page.getByRole("link", { name: words.sent.explorer })).toHaveAttribute(
      "href",
      `https://basescan.org/tx/${EVM_HASH}`,
    );

    const { coin_amount, wallet_address } = await orderOf(email);
    const units = toBaseUnits(coin_amount, 6).toString(16);
    expect(wallet.sends()).toEqual([
      {
        method: "eth_sendTransaction",
        params: [
          {
            from: EVM_ACCOUNT,
            to: USDC_ON_BASE,
            value: "0x0",
            data: `0xa9059cbb${pad(wallet_address.slice(2))}${pad(units)}`,
            chainId: "0x2105",
          },
        ],
      },
    ]);
    // The hash proves nothing: only the seller's word moves the order.
    await move(email, "pay");
    await expectScene(page, "paid");
    await expect(page.getByTestId("sent-card")).toHaveCount(0);
  });

  test("that has sent is remembered when the order comes to nothing, also by a page loaded anew", async ({
    page,
    context,
  }) => {
    const { email } = await payFromWallet(page, context);
    await move(email, "expire");
    const expectRemembered = async () => {
      await expectScene(page, "expired");
      await expect(page.getByTestId("sent-card")).toContainText(EVM_HASH);
      await expect(page.getByText("Do not pay again.", { exact: false })).toBeVisible();
      await expect(page.getByLabel("Transaction hash from your wallet").first()).toHaveValue(
        EVM_HASH,
      );
      await expect(page.getByRole("link", { name: "Order again" })).toHaveCount(0);
    };
    await expectRemembered();
    await page.reload();
    await expectRemembered();
  });

  test("that is refused by the buyer brings the payment back with words for it", async ({
    page,
    context,
  }) => {
    const wallet = await addEvmWallet(context);
    wallet.on("eth_sendTransaction", () => refuse(4001));
    await placeOrder(page, { path, email: freshEmail(), network: "Base" });
    await pay(page, wallet);
    await expectFailure(page, "rejected");
    await expect(page.getByText(words.failure.rejected.title)).toBeVisible();

    wallet.on("eth_sendTransaction", () => ok(EVM_HASH));
    await page.getByRole("button", { name: words.again }).click();
    await expectSent(page, "hash");
    expect(wallet.sends()).toHaveLength(2);
  });

  test("on another network is switched, after adding a network that it does not know", async ({
    page,
    context,
  }) => {
    const wallet = await addEvmWallet(context, { chain: "0x1", knows: ["0x1"] });
    await placeOrder(page, { path, email: freshEmail(), network: "Base" });
    await pay(page, wallet);
    await expectSent(page, "hash");
    const methods = wallet.asked.map(({ method }) => method);
    expect(methods.filter((method) => method.startsWith("wallet_"))).toEqual([
      "wallet_switchEthereumChain",
      "wallet_addEthereumChain",
      "wallet_switchEthereumChain",
    ]);
    expect(methods.indexOf("eth_sendTransaction")).toBe(methods.length - 1);
  });

  test("that stays on another network is never asked to send", async ({ page, context }) => {
    const wallet = await addEvmWallet(context, { chain: "0x1" });
    wallet.on("wallet_switchEthereumChain", () => refuse(4001));
    await placeOrder(page, { path, email: freshEmail(), network: "Base" });
    await pay(page, wallet);
    await expectFailure(page, "wrong_chain");
    await expect(page.getByRole("button", { name: "Switch to Base" })).toBeVisible();
    expect(wallet.sends()).toEqual([]);
  });

  test("with too little is told what it holds and what is due", async ({ page, context }) => {
    const wallet = await addEvmWallet(context, { units: 1_500_000n });
    const email = freshEmail();
    await placeOrder(page, { path, email, network: "Base" });
    await pay(page, wallet);
    await expectFailure(page, "insufficient");
    const { coin_amount } = await orderOf(email);
    const notice = page.locator("[data-failure]");
    await expect(notice).toContainText("1.5 USDC");
    await expect(notice).toContainText(`${coin_amount} USDC`);
    expect(wallet.sends()).toEqual([]);
  });

  test("that shares no account is never asked to send", async ({ page, context }) => {
    const wallet = await addEvmWallet(context);
    wallet.on("eth_requestAccounts", () => refuse(4001));
    await placeOrder(page, { path, email: freshEmail(), network: "Base" });
    await pay(page, wallet);
    await expectFailure(page, "connect_rejected");
    expect(wallet.sends()).toEqual([]);
  });

  test("clicked twice is asked once", async ({ page, context }) => {
    const wallet = await addEvmWallet(context);
    wallet.on("eth_sendTransaction", () => undefined);
    await placeOrder(page, { path, email: freshEmail(), network: "Base" });
    await openList(page);
    await payButton(page, wallet).dblclick();
    await expectSent(page, "awaited");
    expect(wallet.sends()).toHaveLength(1);
    // While the wallet has the question, nobody can say that it sent nothing.
    await expect(page.getByRole("button", { name: words.sent.nothing })).toHaveCount(0);
  });

  test("whose answer is lost in a reload stays asked until the buyer says otherwise, twice", async ({
    page,
    context,
  }) => {
    const wallet = await addEvmWallet(context);
    wallet.on("eth_sendTransaction", () => undefined);
    await placeOrder(page, { path, email: freshEmail(), network: "Base" });
    await pay(page, wallet);
    await expectSent(page, "awaited");
    await page.reload();
    await expectSent(page, "unanswered");

    await page.getByRole("button", { name: words.sent.nothing }).click();
    await page.getByRole("dialog").getByRole("button", { name: words.sent.cancel }).last().click();
    await expectSent(page, "unanswered");
    expect(wallet.sends()).toHaveLength(1);

    await page.getByRole("button", { name: words.sent.nothing }).click();
    await page.getByRole("button", { name: words.sent.confirm }).click();
    await expect(page.getByTestId("payment-card")).toBeVisible();
    wallet.on("eth_sendTransaction", () => ok(EVM_HASH));
    await pay(page, wallet);
    await expectSent(page, "hash");
    await page.reload();
    await expectSent(page, "hash");
    expect(wallet.sends()).toHaveLength(2);
  });

  test("that breaks while sending may have sent", async ({ page, context }) => {
    const wallet = await addEvmWallet(context);
    wallet.on("eth_sendTransaction", () => refuse(-32603, "disconnected"));
    await placeOrder(page, { path, email: freshEmail(), network: "Base" });
    await pay(page, wallet);
    await expectSent(page, "unanswered");
  });

  test("is asked by one of two tabs only", async ({ page, context }) => {
    const wallet = await addEvmWallet(context);
    wallet.on("eth_sendTransaction", () => undefined);
    const url = await placeOrder(page, { path, email: freshEmail(), network: "Base" });
    const second = await context.newPage();
    await second.goto(url);
    await openList(second);
    await expect(payButton(second, wallet)).toBeVisible();

    await pay(page, wallet);
    await expectSent(page, "awaited");
    // The other tab had its list open already, and a third one comes later.
    await expectSent(second, "unanswered");
    const third = await context.newPage();
    await third.goto(url);
    await expectSent(third, "unanswered");

    await third.getByRole("button", { name: words.sent.nothing }).click();
    await third.getByRole("button", { name: words.sent.confirm }).click();
    await expect(third.getByText(words.sent.stillOpen)).toBeVisible();
    await expectSent(third, "unanswered");
    expect(wallet.sends()).toHaveLength(1);
  });

  test("clicked in two tabs at once is asked once", async ({ page, context }) => {
    const wallet = await addEvmWallet(context);
    wallet.on("eth_sendTransaction", () => undefined);
    const url = await placeOrder(page, { path, email: freshEmail(), network: "Base" });
    const second = await context.newPage();
    await second.goto(url);
    await Promise.all([openList(page), openList(second)]);
    await Promise.all([payButton(page, wallet).click(), payButton(second, wallet).click()]);
    await Promise.all([expectScene(page, "sent"), expectScene(second, "sent")]);
    expect(wallet.sends()).toHaveLength(1);
  });

  test("pays the exact rest of a part payment", async ({ page, context }) => {
    const wallet = await addEvmWallet(context);
    const email = freshEmail();
    await placeOrder(page, { path, email, network: "Base" });
    await move(email, "pay-part");
    await expectScene(page, "partly_paid");
    const { missing_amount } = await orderOf(email);
    await pay(page, wallet);
    await expectSent(page, "hash");
    const units = toBaseUnits(missing_amount ?? "0", 6).toString(16);
    expect(JSON.stringify(wallet.sends())).toContain(`${pad(units)}"`);
    await expect(page.getByRole("button", { name: words.sent.rest })).toBeVisible();
  });
});

test.describe("a page that hears nothing", () => {
  test.use({ expectedErrors: [/net::ERR_FAILED/] });

  test("sends nothing for an order that was paid elsewhere meanwhile", async ({
    page,
    context,
  }) => {
    const wallet = await addEvmWallet(context);
    const email = freshEmail();
    await placeOrder(page, { path, email, network: "Base" });
    // The page hears nothing of it until the wallet has been asked for its balance.
    let deaf = true;
    await context.route("**/api/orders/**", (route) => (deaf ? route.abort() : route.continue()));
    wallet.on("eth_call", () => {
      deaf = false;
      return ok(`0x${pad("ffffffff")}`);
    });
    await page.reload();
    await openList(page);
    await move(email, "start");
    // Older than the shop's memory of what upstream said.
    await page.waitForTimeout(3_200);
    await payButton(page, wallet).click();
    await expectScene(page, "confirming");
    expect(wallet.sends()).toEqual([]);
  });
});

test("a browser without a wallet says so", async ({ page }) => {
  await placeOrder(page, { path, email: freshEmail(), network: "Base" });
  await openList(page);
  await expect(page.getByText(words.none.title)).toBeVisible();
  await expect(page.getByTestId("pay-address")).toBeVisible();
});

test("networks without browser wallets offer none", async ({ page }) => {
  await placeOrder(page, { path, email: freshEmail(), coin: "USDT", network: "Tron" });
  await expect(page.getByTestId("payment-card")).toBeVisible();
  await expect(page.getByRole("button", { name: words.button })).toHaveCount(0);
});

test("nothing that speaks to wallets is loaded before it is wanted", async ({ page, context }) => {
  const wallet = await addEvmWallet(context);
  await placeOrder(page, { path, email: freshEmail(), network: "Base" });
  const hosts = new Set<string>();
  const scripts: string[] = [];
  page.on("request", (request) => {
    hosts.add(new URL(request.url()).origin);
    if (request.resourceType() === "script") scripts.push(request.url());
  });
  await page.reload();
  await expect(page.getByRole("button", { name: words.button })).toBeVisible();
  const heavy = async () => {
    const texts = await Promise.all(
      scripts.map(async (url) => (await page.request.get(url)).text()),
    );
    return texts.some((text) => /eip6963:|balanceOf|wallet-standard:/.test(text));
  };
  expect(await heavy()).toBe(false);
  await pay(page, wallet);
  await expectSent(page, "hash");
  expect(await heavy()).toBe(true);
  expect([...hosts].filter((host) => !host.startsWith("http://localhost"))).toEqual([]);
});

test.describe("a Solana wallet", () => {
  const order = { path, coin: "USDC", network: "Solana" };

  test("gets a prepared transfer to the token account of the address", async ({
    page,
    context,
  }) => {
    const wallet = await addSolanaWallet(context);
    const email = freshEmail();
    await placeOrder(page, { ...order, email });
    const { coin_amount, wallet_address } = await orderOf(email);
    await knowAsWallet(wallet_address);
    await pay(page, wallet);
    await expectSent(page, "hash");
    await expect(page.getByRole("link", { name: words.sent.explorer })).toHaveAttribute(
      "href",
      /^https:\/\/solscan\.io\/tx\//,
    );
    expect(wallet.sends()).toHaveLength(1);
    const [sent] = wallet.sends().map(({ params }) => params as SolanaSend);
    const { chain, transaction = [] } = sent ?? {};
    expect(chain).toBe("solana:mainnet");
    const [create, move] = instructionsOf(Uint8Array.from(transaction));
    const made = parseCreateAssociatedTokenIdempotentInstruction(create as never).accounts;
    const moved = parseTransferCheckedInstruction(move as never);
    expect(made).toMatchObject({
      payer: { address: SOLANA_PAYER },
      owner: { address: wallet_address },
    });
    expect(moved.accounts).toMatchObject({
      destination: { address: (made.ata as { address: string }).address },
      authority: { address: SOLANA_PAYER },
    });
    expect(moved.data).toMatchObject({ amount: toBaseUnits(coin_amount, 6), decimals: 6 });
  });

  test("that is refused by the buyer brings the payment back", async ({ page, context }) => {
    const wallet = await addSolanaWallet(context);
    wallet.on("send", () => refuse(0, "User rejected the request."));
    const email = freshEmail();
    await placeOrder(page, { ...order, email });
    await knowAsWallet((await orderOf(email)).wallet_address);
    await pay(page, wallet);
    await expectFailure(page, "rejected");
  });

  test("whose answer is lost stays asked after a reload", async ({ page, context }) => {
    const wallet = await addSolanaWallet(context);
    wallet.on("send", () => undefined);
    const email = freshEmail();
    await placeOrder(page, { ...order, email });
    await knowAsWallet((await orderOf(email)).wallet_address);
    await pay(page, wallet);
    await expectSent(page, "awaited");
    await page.reload();
    await expectSent(page, "unanswered");
    expect(wallet.sends()).toHaveLength(1);
  });
});

/** The order's address is a wallet that the node knows. */
async function knowAsWallet(address: string): Promise<void> {
  const owner = "11111111111111111111111111111111";
  await fetch(`${process.env.SOLANA_STUB_URL}/known`, {
    method: "POST",
    body: JSON.stringify({ accounts: { [address]: { owner, data: "" } } }),
  });
}

function instructionsOf(bytes: Uint8Array) {
  const { messageBytes } = getTransactionDecoder().decode(bytes);
  return getInstructionsFromCompiledTransactionMessage(
    getCompiledTransactionMessageDecoder().decode(messageBytes),
  );
}
