/** Credentials that the API Server knows itself: it holds the hash of an API key, and the thumbprint of a certificate. */
import { type HttpHandler, type HttpRequest, type HttpResponse, header, json } from '../../http/index.ts'
import { base64url, utf8 } from '../../lib/encoding.ts'
import type { Route } from '../../protocol/index.ts'
import type { Simulation } from '../../simulation/index.ts'

/**
 * A certificate of `CN=reports-client`, valid until 2036, in DER and base64. Its private key was thrown away: nothing
 * here can prove to have it, which is one reason why mutual TLS is drawn.
 */
export const CLIENT_CERTIFICATE =
  'MIIBGTCBwAIBATAKBggqhkjOPQQDAjAZMRcwFQYDVQQDDA5yZXBvcnRzLWNsaWVudDAeFw0yNjAxMDEwMDAwMDBaFw0zNjAxMDEwMDAwMDBaMBkxFzAVBgNVBAMMDnJlcG9ydHMtY2xpZW50MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEeHt5HvdQoibMdbSBtiASOXmw4HIXE0flPMsfzfmqn0AWuKeNfPXgGr4DWV5koDlbe6jmO/vlylUSod27eH2zqjAKBggqhkjOPQQDAgNIADBFAiBTX6iUFG/X4+RFB4vqHjBdsRCNjEEokkl4TShvPdMFkAIhAJ/hDtkY2Ja1pp+98T34z+ru7z8a6lTdWnXiNjs213ZP'

/** One kind of credential: where it stands in a request, and what may be said of checking it. */
interface CredentialKind {
  /** The credential's bytes in a request. */
  read(request: HttpRequest): Uint8Array<ArrayBuffer> | undefined
  readonly rule: string
  readonly clause: string
  readonly success: string
  readonly failure: string
}

const KINDS: Readonly<Record<'api_key' | 'mtls', CredentialKind>> = {
  api_key: {
    read(request) {
      const key = header(request, 'x-api-key')
      return key === undefined ? undefined : utf8(key)
    },
    rule: 'api_key',
    clause: 'policy',
    success: 'The key’s SHA-256 hash is the one on record. It has no expiry, and the API decides what it may do.',
    failure: 'No API key, or one whose hash is not on record.',
  },
  mtls: {
    read(request) {
      const [, encoded] = /^:([A-Za-z0-9+/=]+):$/.exec(header(request, 'client-cert') ?? '') ?? []
      return encoded === undefined ? undefined : certificateBytes(encoded)
    },
    rule: 'client_certificate',
    clause: 'policy',
    success:
      'The certificate’s SHA-256 thumbprint is the one on record. Drawn: that the client has its private key would be proved in the TLS handshake, which a page cannot do.',
    failure: 'No client certificate, or one whose thumbprint is not on record.',
  },
}

/** The bytes of a certificate from base64. */
export function certificateBytes(encoded: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0))
}

/** What the API has on record about the one credential that it accepts. */
export interface KnownCredential {
  readonly type: 'api_key' | 'mtls'
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly client_id: string
  readonly scope: string
}

/** Answers requests that carry a known credential; which routes they may use stands in the API's own record. */
export function createCredentialDoor(
  { note }: Simulation,
  known: KnownCredential,
  routes: readonly Route[],
): HttpHandler {
  const kind = KINDS[known.type]

  function check(passed: boolean, message: string, fix: string): boolean {
    const { rule, clause } = kind
    note('api', { type: 'check', rule, clause, passed, message, ...(!passed && { fix }) })
    return passed
  }

  return async (request): Promise<HttpResponse> => {
    const route = routes.find(({ method, path }) => method === request.method && path === new URL(request.url).pathname)
    if (route === undefined) return { status: 404, headers: [], body: '' }
    const sent = kind.read(request)
    const isKnown = sent !== undefined && (await sha256(sent)) === (await sha256(known.bytes))
    if (!check(isKnown, isKnown ? kind.success : kind.failure, 'Send the credential that was issued.')) {
      return json(401, { error: 'unknown_credential', error_description: kind.failure })
    }
    if (!known.scope.split(' ').includes(route.scope)) {
      const lacking = `The record of ${known.client_id} does not have ${route.scope}.`
      check(false, lacking, 'Extend the record of this credential.')
      return json(403, { error: 'forbidden', error_description: lacking })
    }
    if (route.role !== undefined) {
      const lacking = `The record of ${known.client_id} is of no person, so nobody here has the role ${route.role}.`
      check(false, lacking, 'Call on behalf of a person who has the role.')
      return json(403, { error: 'forbidden', error_description: lacking })
    }
    return json(200, await route.respond({ client_id: known.client_id }, request))
  }
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}
