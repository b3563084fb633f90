/** A server that takes the assertions of a partner, and the partner that signs them, for the tests of this folder. */
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'
import type { Environment, ServerConfig } from '../index.ts'
import { API, type Example, exampleConfig, NOW, post, startExample } from './example-server.fixture.ts'

/** The assertion grant. */
export const GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer'
export const PARTNER = 'https://partner.example'
export const AS = 'https://as.example'
export const ORDERS = 'https://orders.example'
const secret = { client_secret: 'secret', token_endpoint_auth_method: 'client_secret_post' } as const
/** The subject of the partner's assertions. */
export const SUB = 'repo:acme/shop:main'

const keys = generateKeyPair('ES256')
export const stranger = generateKeyPair('ES256')
export const published = keys.then(
  async ({ publicKey }): Promise<JWK> => ({ ...(await exportJWK(publicKey)), kid: 'k' }),
)

interface Setup extends Partial<ServerConfig> {
  readonly client?: object
  readonly profile?: 'id-jag'
  readonly byUri?: boolean
  readonly send?: Environment['send']
}

/** A server that trusts one partner for assertions, and the client `job` that brings them. */
export async function start({ client = {}, profile, byUri = false, send, ...config }: Setup = {}): Promise<Example> {
  const { clients = [] } = exampleConfig(AS)
  const jwks = { keys: [await published] }
  const trusted = {
    issuer: PARTNER,
    ...(byUri ? { jwks_uri: `${PARTNER}/jwks` } : { jwks }),
    ...(profile && { profile }),
  }
  return startExample(
    {
      clients: [
        ...clients,
        { ...secret, client_id: 'job', grant_types: [GRANT], scope: 'notes.read notes.write', ...client },
      ],
      resources: [API, ORDERS],
      trusted_issuers: [trusted],
      ...config,
    },
    send && { send },
  )
}

interface Signing {
  readonly typ?: string
  readonly key?: CryptoKey
}

/** Signs an assertion of the partner. */
export async function sign(claims: object, { typ, key }: Signing = {}): Promise<string> {
  return new SignJWT({ iss: PARTNER, sub: SUB, aud: AS, exp: NOW + 60, ...claims })
    .setProtectedHeader({ alg: 'ES256', kid: 'k', ...(typ && { typ }) })
    .sign(key ?? (await keys).privateKey)
}

/** Brings an assertion for a token. */
export const bring = (example: Example, assertion: string, more: Record<string, string> = {}) =>
  post(example.server.handle, example.metadata.token_endpoint, {
    grant_type: GRANT,
    client_id: 'job',
    client_secret: 'secret',
    assertion,
    ...more,
  })
