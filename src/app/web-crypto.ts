/** WebCrypto for the page and for its workers: the browser's own, or a stand-in that is loaded only where there is none. */

/** Whether the browser gives this page WebCrypto. It does not over plain HTTP, nor in frames of such pages. */
const HAS_WEB_CRYPTO = (globalThis.crypto as Partial<Crypto>).subtle !== undefined

/** Resolves when runs can sign and hash. Rejects when the stand-in could not be loaded. */
export async function readyWebCrypto(): Promise<void> {
  if (HAS_WEB_CRYPTO) return
  const { standInForWebCrypto } = await import('../shims/web-crypto.ts')
  standInForWebCrypto()
}
