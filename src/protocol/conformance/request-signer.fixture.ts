/** A client that signs its authorization requests, and the objects it makes. */
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose'
import type { ClientMetadata } from '../index.ts'
import { CHALLENGE, REDIRECT_URI } from './example-server.fixture.ts'

/** Signs claims as a request object. */
export type Sign = (claims: JWTPayload, header?: { readonly typ?: string; readonly kid?: string }) => Promise<string>

/** A key pair of a client: the public half for its registration, and what signs with the private one. */
export async function createSigner(alg = 'ES256'): Promise<{ readonly jwks: { keys: JWK[] }; readonly sign: Sign }> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true })
  return {
    jwks: { keys: [{ ...(await exportJWK(publicKey)), kid: 'client-key', alg }] },
    sign: (claims, header = {}) =>
      new SignJWT(claims).setProtectedHeader({ alg, kid: 'client-key', ...header }).sign(privateKey),
  }
}

/** The claims of a good request of `client_id`: what {@link authorizationUrl} has as parameters. */
export function requestClaims(client_id: string, claims: JWTPayload = {}): JWTPayload {
  return {
    iss: client_id,
    aud: 'https://as.example',
    client_id,
    response_type: 'code',
    redirect_uri: REDIRECT_URI,
    scope: 'openid notes.read',
    state: 'signed-state',
    nonce: 'nonce-1',
    code_challenge: CHALLENGE,
    code_challenge_method: 'S256',
    ...claims,
  }
}

/** An object with the algorithm `none`. */
export function unsigned(claims: JWTPayload): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'none' })}.${part(claims)}.`
}

/** The registration of a client that can sign. */
export function signingClient(jwks: { keys: JWK[] }, metadata: Partial<ClientMetadata> = {}): ClientMetadata {
  return {
    client_id: 'signer',
    token_endpoint_auth_method: 'none',
    redirect_uris: [REDIRECT_URI],
    scope: 'openid notes.read',
    jwks,
    ...metadata,
  }
}
