/** What stands out in a token that somebody has pasted. Nothing is verified: that takes the issuer's keys. */
import type { PastedToken } from './reading/tokens.ts'

/** One thing that stands out. */
export interface TokenFinding {
  readonly tone: 'problem' | 'hint'
  readonly text: string
  /** The cause that it is a sign of. */
  readonly cause?: string
  /** Whether it has no other reason: a token that somebody pastes has mostly expired since. */
  readonly isTelling?: boolean
}

/** Clocks may differ by this much, in seconds, before it is worth a word. */
const TOLERANCE = 5
/** An access token that lives longer, in seconds, is one to think about. */
const LONG_LIFE = 24 * 3600

/** Looks a token over. `now` is in epoch seconds. */
export function tokenFindings(token: PastedToken, now: number): readonly TokenFinding[] {
  if (token.type === 'encrypted') return [ENCRYPTED]
  const { header, claims } = token
  const { exp, nbf, iat, aud } = claims
  const isIdToken = looksLikeIdToken(claims, header.typ)
  // A proof is for one request at one moment: it has neither exp nor aud (RFC 9449 §4.2).
  const isProof = header.typ === 'dpop+jwt'
  const findings: (TokenFinding | false)[] = [
    isForGraph(token) && {
      tone: 'problem',
      text: 'It is for Microsoft Graph: its header has a nonce that Graph alone knows how to check, so its signature verifies nowhere else.',
      cause: 'token-for-another-audience',
      isTelling: true,
    },
    claims.role === 'anon' && {
      tone: 'problem',
      text: 'It is a project’s public key (role anon), not a person’s token: it has no sub, so nobody is signed in.',
      cause: 'key-in-place-of-a-token',
      isTelling: true,
    },
    leavesGroupsOut(claims) && {
      tone: 'problem',
      text: 'It names no groups or roles: the person has more than fit, and they have to be asked for (_claim_names).',
      cause: 'roles-left-out',
      isTelling: true,
    },
    claims.email_verified === false && {
      tone: 'problem',
      text: 'The issuer has not verified the email address (email_verified is false).',
      cause: 'email-not-verified',
      isTelling: true,
    },
    String(header.alg).toLowerCase() === 'none' && {
      tone: 'problem',
      text: 'It is not signed (alg none): anybody could have written it.',
      cause: 'algorithm-none',
    },
    typeof exp === 'number' &&
      exp <= now && {
        tone: 'problem',
        text: 'It has expired: nobody may accept it any more.',
        cause: 'access-token-expired',
      },
    typeof nbf === 'number' &&
      nbf > now + TOLERANCE && { tone: 'problem', text: 'It is not valid yet (nbf).', cause: 'clocks-differ' },
    typeof iat === 'number' &&
      iat > now + TOLERANCE && {
        tone: 'problem',
        text: 'It was issued in the future: the issuer’s clock, or this device’s, is off.',
        cause: 'clocks-differ',
      },
    !isProof && exp === undefined && { tone: 'problem', text: 'It has no exp: it would never end.' },
    // Required in these two (RFC 9068 §2.2, OpenID Connect Core §2), optional in a JWT as such (RFC 7519 §4.1.3).
    aud === undefined &&
      (isIdToken || header.typ === 'at+jwt') && {
        tone: 'problem',
        text: 'It has no aud, which a token of its kind must have: nobody can tell that they are meant.',
        cause: 'token-for-another-audience',
      },
    aud === undefined &&
      !(isProof || isIdToken || header.typ === 'at+jwt') && {
        tone: 'hint',
        text: 'It has no aud: an API can tell only by another claim that it is meant, such as client_id with Cognito.',
      },
    isIdToken && {
      tone: 'hint',
      text: 'It looks like an ID token (nonce, at_hash or c_hash, no scope). It tells the app who signed in; an API must refuse it.',
      cause: 'token-for-another-audience',
    },
    header.typ === 'at+jwt' && {
      tone: 'hint',
      text: 'It is an access token (typ at+jwt, RFC 9068): for the API in aud alone.',
    },
    isProof && {
      tone: 'hint',
      text: 'It is a DPoP proof (RFC 9449): good for one request, at one moment.',
      cause: 'proof-refused',
    },
    typeof iat === 'number' &&
      typeof exp === 'number' &&
      !isIdToken &&
      exp - iat > LONG_LIFE && {
        tone: 'hint',
        text: 'It lives for more than a day: long, for something that whoever has it may use.',
      },
    /^HS/.test(String(header.alg)) && {
      tone: 'hint',
      text: `It is signed with a shared secret (${String(header.alg)}): whoever can check it can forge it.`,
    },
  ]
  return findings.filter((finding) => finding !== false)
}

const ENCRYPTED: TokenFinding = {
  tone: 'hint',
  text: 'It is encrypted (JWE, five parts): only who holds the key can look inside.',
  cause: 'token-is-opaque',
}

/** The id that Microsoft Graph has in every tenant, and its address. */
const GRAPH = ['00000003-0000-0000-c000-000000000000', 'https://graph.microsoft.com']

function isForGraph({ header, claims }: PastedToken): boolean {
  return typeof claims.aud === 'string' && GRAPH.includes(claims.aud.replace(/\/$/, '')) && 'nonce' in header
}

/** Distributed claims (OpenID Connect Core §5.6.2); the other one is Microsoft’s, for the implicit flow. */
function leavesGroupsOut({ _claim_names: names, hasgroups }: PastedToken['claims']): boolean {
  const areElsewhere = typeof names === 'object' && names !== null && ('groups' in names || 'roles' in names)
  return areElsewhere || String(hasgroups) === 'true'
}

function looksLikeIdToken(claims: PastedToken['claims'], typ: unknown): boolean {
  if (typ === 'at+jwt' || 'scope' in claims || 'scp' in claims) return false
  return 'nonce' in claims || 'at_hash' in claims || 'c_hash' in claims
}
