/** The script of the sign-in page: asks for a challenge, has the passkey sign it, and sends the answer (WebAuthn Level 3 §5.1.4). */
import type { PasskeyGlobals } from '../../scenario-kit/parties/passkey.ts'
import type { TabGlobals } from '../../simulation/index.ts'

/** What the script uses of its tab. */
export type PasskeyTab = Pick<TabGlobals, 'fetch' | 'location'> & PasskeyGlobals

/** The app did not accept the passkey. */
export class PasskeyRefused extends Error {
  override readonly name = 'PasskeyRefused'
}

/** Signs in with a passkey. The person confirms on the device. */
export async function signInWithPasskey(tab: PasskeyTab): Promise<void> {
  const { fetch, location, navigator, PublicKeyCredential } = tab
  // #region passkey-challenge
  const options = await (await fetch('/passkey/options', { method: 'POST' })).json()
  // The browser compares rpId with the address of this page. No script can tell it another one.
  const credential = await navigator.credentials.get({
    publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
  })
  // #endregion

  // #region passkey-check
  const response = await fetch('/passkey', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(credential.toJSON()),
  })
  if (!response.ok) throw new PasskeyRefused((await response.json()).error_description)
  location.assign('/')
  // #endregion
}
