/** The proof of possession that goes with a request: a JWT signed with the key that a token is bound to (RFC 9449 §4). */
import { calculateJwkThumbprint, compactVerify, decodeJwt, decodeProtectedHeader, type JWK } from 'jose'
import { type HttpRequest, headers } from '../../http/index.ts'
import { base64url, utf8 } from '../../lib/encoding.ts'
import type { JsonObject } from '../../lib/json.ts'
import { type DpopMemory, NONCE_LIFETIME } from '../dpop-memory.ts'
import { type Enforce, enforcePresent, type Rule } from '../enforce.ts'
import { privateMembers, signatureAlgorithms } from '../keys.ts'
import { normaliseTarget } from './dpop-target.ts'

/** Seconds by which the clock of a client may be off, to either side. Policy: §11.1 says seconds or minutes. */
const WINDOW = 60
/** Characters of a `jti`: whoever sends longer ones wants the memory (§11.1). Policy. */
const LONGEST_JTI = 256
/** Members of a public key, by its type (RFC 7518 §6). */
const PUBLIC_MEMBERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['RSA', ['kty', 'n', 'e']],
  ['EC', ['kty', 'crv', 'x', 'y']],
  ['OKP', ['kty', 'crv', 'x']],
])

/** What a proof is measured against. */
export interface ProofDemands {
  /** The address that clients know the target by. */
  readonly url: string
  /** The access token that it goes with, at a protected resource. */
  readonly accessToken?: string
  readonly memory: DpopMemory
  /** Whether it must have a nonce of this server. */
  readonly nonce: 'off' | 'required'
  /** Epoch seconds. */
  readonly now: number
}

/** Whether a request carries a proof, good or bad. */
export function hasDpopProof(request: HttpRequest): boolean {
  return headers(request, 'dpop').length > 0
}

/**
 * Checks the proof of a request, rule by rule as §4.3 lists them, uses it up, and returns the thumbprint of its key
 * (RFC 7638). Refuses with `invalid_dpop_proof`, or `use_dpop_nonce` where the nonce is missing or too old (§8, §9).
 */
export async function checkDpopProof(request: HttpRequest, demands: ProofDemands, enforce: Enforce): Promise<string> {
  const rule: Enforce = (rule, refusal = { code: 'invalid_dpop_proof' }) => enforce(rule, refusal)
  const proof = readProof(request, rule)
  const jwk = checkProofHeader(proof.header, rule)
  await checkSignature(proof.text, { jwk, alg: String(proof.header.alg) }, rule)
  const claims = readClaims(proof.claims, rule)
  checkTarget(claims, { method: request.method, url: demands.url }, rule)
  checkFreshness(claims, demands, rule)
  checkOwnLimits(proof.claims, demands.now, rule)
  if (demands.accessToken !== undefined) await checkTokenHash(claims.ath, demands.accessToken, rule)
  const jkt = await calculateJwkThumbprint(jwk)
  checkReplay(claims, demands, rule)
  return jkt
}

interface ReadableProof {
  readonly text: string
  readonly header: JsonObject
  readonly claims: JsonObject
}

function readProof(request: HttpRequest, enforce: Enforce): ReadableProof {
  const lines = headers(request, 'dpop')
  enforce({
    ...named('dpop_header', 'The request has one DPoP header.', 'The request must have exactly one DPoP header.'),
    holds: lines.length === 1,
    sent: `${lines.length}`,
    expected: '1',
    fix: 'Send one proof in one DPoP header with each request.',
  })
  const fix = 'Send a compact signed JWT, made for this request.'
  const format = named('dpop_format', 'The proof is a JWT.', 'The proof is not a JWT.')
  return enforcePresent(tryRead(lines[0] ?? ''), { ...format, fix }, enforce)
}

function tryRead(text: string): ReadableProof | undefined {
  try {
    return { text, header: decodeProtectedHeader(text) as JsonObject, claims: decodeJwt(text) as JsonObject }
  } catch {
    return undefined
  }
}

/** Checks what the proof says of itself and returns its public key. */
function checkProofHeader(header: JsonObject, enforce: Enforce): JWK {
  enforce({
    ...named('dpop_typ', 'The proof says that it is one.', 'The typ of the proof is not dpop+jwt.'),
    holds: header.typ === 'dpop+jwt',
    sent: shown(header.typ),
    expected: 'dpop+jwt',
    fix: 'Set typ to dpop+jwt, so that no other JWT can be taken for a proof.',
  })
  const alg = shown(header.alg)
  enforce({
    ...named(
      'dpop_algorithm',
      'The proof is signed with an algorithm that this server takes.',
      `The algorithm ${alg} is not accepted: a proof is signed, with a private key.`,
    ),
    holds: signatureAlgorithms.includes(alg),
    sent: alg,
    expected: signatureAlgorithms.join(' '),
    fix: 'Sign with an algorithm of dpop_signing_alg_values_supported.',
  })
  const jwk = typeof header.jwk === 'object' && header.jwk !== null ? (header.jwk as JsonObject) : {}
  const members = PUBLIC_MEMBERS.get(shown(jwk.kty))
  const hasPrivate = privateMembers.some((member) => Object.hasOwn(jwk, member))
  enforce({
    ...named(
      'dpop_key',
      'The proof carries a public key.',
      hasPrivate
        ? 'The jwk of the proof has a private member: that key is no secret any more.'
        : 'The jwk header of the proof is not a public key.',
    ),
    holds: !hasPrivate && members !== undefined && members.every((member) => typeof jwk[member] === 'string'),
    fix: 'Put the public key into the jwk header: kty and its public members alone.',
  })
  return Object.fromEntries((members ?? []).map((member) => [member, jwk[member]])) as JWK
}

async function checkSignature(text: string, { jwk, alg }: { jwk: JWK; alg: string }, enforce: Enforce): Promise<void> {
  const holds = await compactVerify(text, { ...jwk, alg }, { algorithms: [alg] }).then(
    () => true,
    () => false,
  )
  enforce({
    ...named(
      'dpop_signature',
      'The proof is signed with the key that it carries.',
      'The signature of the proof is not that of the key in its jwk header.',
    ),
    holds,
    fix: 'Sign the proof with the private key that belongs to the jwk.',
  })
}

interface ProofClaims {
  readonly jti: string
  readonly htm: string
  readonly htu: string
  readonly iat: number
  readonly ath: string | undefined
  readonly nonce: string | undefined
}

function readClaims({ jti, htm, htu, iat, ath, nonce }: JsonObject, enforce: Enforce): ProofClaims {
  const hasId = typeof jti === 'string' && jti !== '' && jti.length <= LONGEST_JTI
  const required: Readonly<Record<string, boolean>> = {
    jti: hasId,
    htm: typeof htm === 'string',
    htu: typeof htu === 'string',
    iat: typeof iat === 'number' && Number.isFinite(iat),
  }
  const missing = Object.keys(required).filter((name) => !required[name])
  enforce({
    ...named(
      'dpop_claims',
      'The proof has every claim that it must have.',
      `The proof lacks claims, or they are malformed: ${missing.join(' ')}.`,
      'RFC 9449 §4.2',
    ),
    holds: missing.length === 0,
    expected: Object.keys(required).join(' '),
    fix: 'Set jti, htm, htu and iat in each proof.',
  })
  const text = (value: JsonObject[string]) => (typeof value === 'string' ? value : undefined)
  return { jti: String(jti), htm: String(htm), htu: String(htu), iat: Number(iat), ath: text(ath), nonce: text(nonce) }
}

function checkTarget(
  { htm, htu }: ProofClaims,
  { method, url }: { readonly method: string; readonly url: string },
  enforce: Enforce,
): void {
  enforce({
    ...named('dpop_htm', 'The proof is for this method.', 'The proof is for another method: its htm does not match.'),
    holds: htm === method,
    sent: htm,
    expected: method,
    fix: 'Make a new proof for each request, with its method in htm.',
  })
  const target = normaliseTarget(url)
  enforce({
    ...named('dpop_htu', 'The proof is for this address.', 'The proof is for another address: its htu does not match.'),
    holds: normaliseTarget(htu) === target,
    sent: htu,
    expected: target,
    fix: 'Make a new proof for each request, with its address in htu, without query and fragment.',
  })
}

/** A nonce of the server says when the proof was made; without one the clock of the client does (§4.3, §11.1). */
function checkFreshness({ iat, nonce }: ProofClaims, demands: ProofDemands, enforce: Enforce): void {
  const { memory, now } = demands
  if (demands.nonce === 'required') {
    enforce(
      {
        rule: 'dpop_nonce',
        clause: demands.accessToken === undefined ? 'RFC 9449 §8' : 'RFC 9449 §9',
        holds: nonce !== undefined && memory.knowsNonce(nonce, now),
        success: 'The proof has a nonce that this server handed out lately, so it was made lately.',
        failure:
          nonce === undefined
            ? 'The proof has no nonce; this server asks for one.'
            : 'The nonce of the proof is unknown or too old.',
        fix: 'Make a new proof with the value of the DPoP-Nonce header in its nonce claim.',
      },
      { code: 'use_dpop_nonce' },
    )
    return
  }
  const age = now - iat
  enforce({
    ...named(
      'dpop_iat',
      'The proof was made just now.',
      age > 0
        ? `The proof is too old: it was made ${age} s ago, ${WINDOW} s are allowed.`
        : `The proof is from the future: by ${-age} s, ${WINDOW} s are allowed.`,
      'RFC 9449 §11.1',
    ),
    holds: Math.abs(age) <= WINDOW,
    sent: `iat ${iat}`,
    expected: `${now - WINDOW} to ${now + WINDOW}`,
    fix: 'Set the clock of the device right. A server that hands out nonces needs no clock of the client.',
  })
}

/** A proof needs neither `exp` nor `nbf`, as every JWT; one that has them is held to them, give or take the clock. */
function checkOwnLimits({ exp, nbf }: JsonObject, now: number, enforce: Enforce): void {
  if (exp === undefined && nbf === undefined) return
  const isOver = exp !== undefined && !(typeof exp === 'number' && now < exp + WINDOW)
  const isEarly = nbf !== undefined && !(typeof nbf === 'number' && now >= nbf - WINDOW)
  enforce({
    ...named(
      'dpop_validity',
      'The proof is used within the time that it gives itself.',
      isOver ? 'The proof has expired: so its own exp says.' : 'The proof is not valid yet: so its own nbf says.',
      isEarly && !isOver ? 'RFC 7519 §4.1.5' : 'RFC 7519 §4.1.4',
    ),
    holds: !isOver && !isEarly,
    fix: 'Leave exp and nbf out: iat says when a proof was made.',
  })
}

/** The SHA-256 of an access token's characters, in base64url (§4.2, `ath`). */
async function tokenHash(accessToken: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(accessToken))))
}

async function checkTokenHash(ath: string | undefined, accessToken: string, enforce: Enforce): Promise<void> {
  const expected = await tokenHash(accessToken)
  enforce({
    ...named(
      'dpop_ath',
      'The proof was made for this access token.',
      ath === undefined
        ? 'The proof has no ath: it must say which access token it goes with.'
        : 'The proof was made for another access token: its ath does not match.',
    ),
    holds: ath === expected,
    sent: ath ?? 'no ath',
    expected,
    fix: 'Set ath to the base64url of the SHA-256 of the access token.',
  })
}

function checkReplay({ jti, iat }: ProofClaims, { memory, now, url, nonce }: ProofDemands, enforce: Enforce): void {
  // As long as it could be accepted once more, this second included.
  const expiresAt = nonce === 'required' ? now + NONCE_LIFETIME : iat + WINDOW + 1
  enforce({
    ...named(
      'dpop_jti',
      'The proof is used for the first time.',
      'The proof was used before: its jti may be used once.',
      'RFC 9449 §11.1',
    ),
    holds: memory.takeProof({ jti, target: normaliseTarget(url) ?? url }, expiresAt, now),
    sent: jti,
    fix: 'Make a new proof with a fresh jti for each request, retries included.',
  })
}

function named(
  rule: string,
  success: string,
  failure: string,
  clause = 'RFC 9449 §4.3',
): Pick<Rule, 'rule' | 'clause' | 'success' | 'failure'> {
  return { rule, clause, success, failure }
}

function shown(value: JsonObject[string]): string {
  return typeof value === 'string' ? value : value === undefined ? 'missing' : JSON.stringify(value)
}
