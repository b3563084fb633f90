/** An API that validates access tokens itself: it finds its issuer’s keys, and holds every token against that issuer (RFC 9068 §4). */
import { createLocalJWKSet, decodeJwt, errors, type JWTPayload, jwtVerify, type LocalJWKSet } from 'jose'
import { type HttpHandler, type HttpRequest, header, json } from '../../http/index.ts'
import type { ServerGlobals } from '../../simulation/index.ts'

/** How the API is configured. */
export interface VerifierConfig {
  /** What tokens must name as their issuer, character by character. May have `{tenantid}` in it, where `tenants` is given. */
  readonly issuer: string
  /** Where the issuer describes itself. Default: its well-known address. */
  readonly metadata_url?: string
  /** Where its keys are. Given, nobody is asked for metadata. */
  readonly jwks_uri?: string
  /** This API; `undefined` where nobody has said. */
  readonly audience: string | undefined
  /** Tenants whose tokens are taken. */
  readonly tenants?: readonly string[]
  /** Whether the issuer of metadata and tokens is looked at. */
  readonly checksIssuer: boolean
}

/** What the API keeps. */
export interface Verifier extends ServerGlobals {
  keys: LocalJWKSet | undefined
}

/** A token, or the issuer’s metadata, is not what it should be. */
export class VerificationError extends Error {
  readonly code: 'metadata_issuer_mismatch' | 'invalid_issuer' | 'invalid_token' | 'not_configured'
  readonly sent: string | undefined
  readonly expected: string | undefined

  constructor(
    code: VerificationError['code'],
    message: string,
    comparison: { sent?: unknown; expected?: string } = {},
  ) {
    super(message)
    this.name = 'VerificationError'
    this.code = code
    this.sent = comparison.sent === undefined ? undefined : String(comparison.sent)
    this.expected = comparison.expected
  }
}

/** Answers `GET /invoices` to whoever has a valid token. Throws {@link VerificationError}. */
export function createApi(api: Verifier, config: VerifierConfig): HttpHandler {
  return async (request) => {
    await verify(api, config, tokenOf(request))
    return json(200, { invoices: ['2026-117'] })
  }
}

async function verify(api: Verifier, config: VerifierConfig, token: string): Promise<JWTPayload> {
  const { audience, checksIssuer } = config
  api.keys ??= await findKeys(api, config)
  // #region token-check
  if (audience === undefined) {
    // As strict libraries do: to take whatever audience there is would be to take tokens for other APIs.
    throw new VerificationError('not_configured', 'No audience is configured', { sent: decodeJwt(token).aud })
  }
  try {
    const issuer = expectedIssuer(config, decodeJwt(token).iss)
    const { payload } = await jwtVerify(token, api.keys, {
      ...(checksIssuer && { issuer }),
      audience,
      typ: 'at+jwt',
      algorithms: ['RS256'],
      currentDate: new Date(api.Date.now()),
    })
    return payload
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error
    const isIssuer = error instanceof errors.JWTClaimValidationFailed && error.claim === 'iss'
    if (!isIssuer) throw new VerificationError('invalid_token', error.message)
    const { iss } = error.payload
    throw new VerificationError('invalid_issuer', error.message, { sent: iss, expected: expectedIssuer(config, iss) })
  }
  // #endregion
}

/** The issuer that a token must name: with a placeholder, that of a tenant that is on the list. */
function expectedIssuer({ issuer, tenants = [] }: VerifierConfig, iss: string | undefined): string {
  // #region token-check
  const candidates = tenants.map((tenant) => issuer.replace('{tenantid}', tenant))
  return candidates.find((candidate) => candidate === iss) ?? candidates[0] ?? issuer
  // #endregion
}

async function findKeys({ fetch }: ServerGlobals, config: VerifierConfig): Promise<LocalJWKSet> {
  // #region discovery
  let { jwks_uri } = config
  if (jwks_uri === undefined) {
    // A slash at the end is left out before the path is appended (OpenID Connect Discovery §4).
    const usual = `${config.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
    const response = await fetch(config.metadata_url ?? usual)
    const metadata: { readonly issuer: string; readonly jwks_uri: string } = await response.json()
    if (config.checksIssuer && metadata.issuer !== config.issuer) {
      const message = 'issuer did not match the issuer returned by provider'
      throw new VerificationError('metadata_issuer_mismatch', message, {
        sent: metadata.issuer,
        expected: config.issuer,
      })
    }
    jwks_uri = metadata.jwks_uri
  }
  // #endregion
  // #region keys
  const response = await fetch(jwks_uri)
  return createLocalJWKSet(await response.json())
  // #endregion
}

function tokenOf(request: HttpRequest): string {
  return (header(request, 'authorization') ?? '').replace(/^Bearer /, '')
}
