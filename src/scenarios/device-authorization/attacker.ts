/** The attacker: runs the TV’s code on a laptop, and has somebody else enter the code (RFC 8628 §5.4). */
import type { ServerGlobals } from '../../simulation/index.ts'
import { type ClientConfig, callApi, type DeviceCodes, pollForTokens, requestCodes, type Tokens } from './client.ts'

/** What the attacker gets: nothing here is stolen, the server hands it out. */
export interface Loot {
  readonly tokens: Tokens
  readonly photos: unknown
}

/** Asks for codes as the TV would, mails the link, and waits for somebody to follow it. */
export async function phish(
  server: ServerGlobals,
  config: ClientConfig,
  mail: (codes: DeviceCodes) => void,
): Promise<Loot> {
  // #region phishing
  const codes = await requestCodes(server, config)
  mail(codes)
  const tokens = await pollForTokens(server, config, codes)
  return { tokens, photos: await callApi(server, config, tokens) }
  // #endregion
}
