/** Ada’s passkey: what the browser and the authenticator do when a page calls `navigator.credentials.get()` (WebAuthn Level 3 §5.1.4, §6.3.3). */
import { base64url } from 'jose'
import type { Json } from '../../lib/json.ts'
import type { PasskeyAnswer, PasskeyRecord } from '../../protocol/authentication/index.ts'
import type { Simulation } from '../../simulation/index.ts'
import { PASSKEY_KEY } from './passkey-key.ts'

/** How often the passkey had signed before the first step. */
const SIGNED_BEFORE = 7

/** What the app knows of the passkey since it was registered. */
export const REGISTERED_PASSKEY: PasskeyRecord = {
  id: 'YWRhcy1wYXNza2V5',
  publicKey: { alg: PASSKEY_KEY.alg, kty: PASSKEY_KEY.kty, n: PASSKEY_KEY.n, e: PASSKEY_KEY.e },
  signCount: SIGNED_BEFORE,
}

/** What a page asks for, as JSON; binary members are base64url. */
interface PasskeyRequestJSON {
  readonly challenge: string
  readonly rpId: string
  readonly userVerification: 'required' | 'preferred' | 'discouraged'
}

interface PasskeyRequest extends Omit<PasskeyRequestJSON, 'challenge'> {
  readonly challenge: Uint8Array
}

/** The part of a page’s globals that is about passkeys. */
export interface PasskeyGlobals {
  readonly navigator: {
    readonly credentials: {
      get(options: { readonly publicKey: PasskeyRequest }): Promise<{ toJSON(): PasskeyAnswer }>
    }
  }
  readonly PublicKeyCredential: { parseRequestOptionsFromJSON(options: PasskeyRequestJSON): PasskeyRequest }
}

/** What a page is told: `SecurityError` by the browser, `NotAllowedError` where there is no passkey or no consent. */
export class PasskeyError extends Error {
  constructor(name: 'SecurityError' | 'NotAllowedError', message: string) {
    super(message)
    this.name = name
  }
}

/** The passkey’s side of a scenario. */
export interface Passkey {
  /** What pages of an origin are given. */
  globalsFor(origin: string): PasskeyGlobals
  /** For the world's snapshots. */
  snapshot(): Json
}

/** Creates a passkey for `rpId`; its actor is `passkey`, the browser’s `browser`. Ada confirms whatever she is asked with her fingerprint. */
export function createPasskey({ note }: Pick<Simulation, 'note'>, rpId: string): Passkey {
  let signCount = SIGNED_BEFORE

  async function get(origin: string, request: PasskeyRequest): Promise<{ toJSON(): PasskeyAnswer }> {
    const host = new URL(origin).hostname
    // A name without a dot is a public suffix here: nobody can have all of it.
    const isOwn = request.rpId.includes('.') && (host === request.rpId || host.endsWith(`.${request.rpId}`))
    note('browser', {
      type: 'check',
      rule: 'rp_id',
      clause: 'WebAuthn Level 3 §5.1.4',
      passed: isOwn,
      message: isOwn
        ? 'The page belongs to the domain that the passkey is asked for.'
        : 'This page is not of the domain that the passkey is for, so the browser does not even ask for it.',
      sent: request.rpId,
      expected: `${host}, or a domain that it belongs to`,
      ...(!isOwn && { fix: 'Sign in at the address at which the passkey was made.' }),
    })
    if (!isOwn) {
      throw new PasskeyError('SecurityError', 'The relying party ID is not a registrable domain suffix of this domain.')
    }
    const isKnown = request.rpId === rpId
    note('passkey', {
      type: 'check',
      rule: 'passkey_scope',
      clause: 'WebAuthn Level 3 §6.3.3',
      passed: isKnown,
      message: isKnown
        ? 'There is a passkey for this domain, and the person confirms its use.'
        : 'There is no passkey for this domain. It was made for another one.',
      sent: request.rpId,
      expected: rpId,
      ...(!isKnown && { fix: 'Sign in at the address at which the passkey was made.' }),
    })
    if (!isKnown) throw new PasskeyError('NotAllowedError', 'There is no passkey for this site.')

    signCount += 1
    const clientData = new TextEncoder().encode(
      JSON.stringify({
        type: 'webauthn.get',
        challenge: base64url.encode(request.challenge),
        origin,
        crossOrigin: false,
      }),
    )
    const authenticatorData = await describeUse(rpId, signCount)
    const signature = await sign(authenticatorData, clientData)
    const answer = {
      id: REGISTERED_PASSKEY.id,
      rawId: REGISTERED_PASSKEY.id,
      type: 'public-key',
      response: {
        clientDataJSON: base64url.encode(clientData),
        authenticatorData: base64url.encode(authenticatorData),
        signature: base64url.encode(signature),
      },
    }
    return { toJSON: () => answer }
  }

  return {
    globalsFor: (origin) => ({
      navigator: { credentials: { get: ({ publicKey }) => get(origin, publicKey) } },
      PublicKeyCredential: {
        parseRequestOptionsFromJSON: ({ challenge, ...options }) => ({
          ...options,
          challenge: base64url.decode(challenge),
        }),
      },
    }),
    snapshot: () => ({ passkeys: [{ rp_id: rpId, account: 'ada', sign_count: signCount }] }),
  }
}

/** The authenticator data: hash of the RP ID, the flags UP and UV, the counter (WebAuthn Level 3 §6.1). */
async function describeUse(rpId: string, signCount: number): Promise<Uint8Array<ArrayBuffer>> {
  const data = new Uint8Array(37)
  data.set(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(rpId))))
  data[32] = 0x05
  new DataView(data.buffer).setUint32(33, signCount)
  return data
}

/** The signature over the authenticator data and the hash of the client data (WebAuthn Level 3 §6.3.3). */
async function sign(authenticatorData: Uint8Array, clientData: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
  const { alg: _, ...jwk } = PASSKEY_KEY
  const key = await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['sign'])
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', clientData))
  const signed = new Uint8Array([...authenticatorData, ...hash])
  return new Uint8Array(await crypto.subtle.sign(algorithm.name, key, signed))
}
