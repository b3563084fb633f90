/** Rules for the claims of an ID token, as a client has to check them (OpenID Connect Core §3.1.3.7). Signatures are not verified here. */
import type { Login, SeenIdToken } from '../login.ts'
import { originOf } from '../recognition.ts'
import { atRequest, atResponse, type Problem, type Rule, works } from './rule.ts'

/** Clocks differ; clients allow for about so much. */
const CLOCK_SKEW_SECONDS = 120

const see = works('authorization-code-pkce', 'happy')

function at({ exchange, part }: SeenIdToken, problem: Problem | false | undefined) {
  return part === 'request' ? atRequest(exchange, problem) : atResponse(exchange, problem)
}

/** A rule over each ID token; `problemOf` answers `undefined` where the recording does not have what it compares with. */
function overIdTokens(problemOf: (token: SeenIdToken, login: Login) => Problem | false | undefined): Rule['check'] {
  return (login) =>
    login.idTokens.flatMap((token) => {
      const problem = problemOf(token, login)
      return problem === undefined ? [] : [at(token, problem)]
    })
}

/** In the order of the specification. */
export const ID_TOKEN_RULES: readonly Rule[] = [
  {
    id: 'id-token-issuer',
    title: 'The ID token comes from the server that was asked',
    clause: 'OpenID Connect Core §3.1.3.7',
    weight: 'breaks',
    fix: 'Compare iss with the issuer of the discovery document, as exact text.',
    see,
    check: overIdTokens(({ exchange, jwt, request }, { metadata }) => {
      const known = metadata.get(originOf(request?.exchange ?? exchange))?.issuer
      // Some servers have one issuer for each tenant and say so with a placeholder.
      if (typeof known !== 'string' || known.includes('{')) return undefined
      const issuer = String(jwt.claims.iss ?? '')
      return (
        issuer !== known && {
          message: 'iss is not the issuer of the metadata.',
          sent: { name: 'iss', value: issuer },
          expected: { name: 'iss', value: known },
        }
      )
    }),
  },
  {
    id: 'id-token-audience',
    title: 'The ID token is for this client',
    clause: 'OpenID Connect Core §3.1.3.7',
    weight: 'breaks',
    fix: 'Refuse a token whose aud does not contain your client_id: it was issued to another app.',
    see,
    check: overIdTokens(({ jwt, request }) => {
      const client = request?.parameters.get('client_id')
      if (client === undefined) return undefined
      const { aud } = jwt.claims
      const audiences = Array.isArray(aud) ? aud.map(String) : [String(aud ?? '')]
      return (
        !audiences.includes(client) && {
          message: 'aud does not contain the client_id that the sign-in was started with.',
          sent: { name: 'aud', value: audiences.join(' ') },
          expected: { name: 'client_id', value: client },
        }
      )
    }),
  },
  {
    id: 'id-token-expiry',
    title: 'The ID token has not expired when it arrives',
    clause: 'OpenID Connect Core §3.1.3.7',
    weight: 'breaks',
    fix: 'Set the clocks of both machines; a fresh token that has already expired means that a clock is off.',
    see,
    check: overIdTokens(({ exchange, jwt }) => {
      const { exp } = jwt.claims
      if (typeof exp !== 'number') return undefined
      const late = Math.round(exchange.sentAt / 1000 - exp)
      return late > CLOCK_SKEW_SECONDS && { message: `exp had passed ${late} seconds before the token was sent.` }
    }),
  },
  {
    id: 'nonce',
    title: 'The nonce in the ID token is the one that was sent',
    clause: 'OpenID Connect Core §3.1.3.7',
    weight: 'breaks',
    fix: 'Refuse the token: it was made for another sign-in. Keep one nonce for each sign-in that is under way.',
    see,
    check: overIdTokens(({ jwt, request }) => {
      const expected = request?.parameters.get('nonce')
      if (expected === undefined) return undefined
      const nonce = jwt.claims.nonce
      return (
        nonce !== expected && {
          message:
            nonce === undefined ? 'A nonce was sent, but the token has none.' : 'The token has a different nonce.',
          sent: { name: 'nonce', value: typeof nonce === 'string' ? nonce : '' },
          expected: { name: 'nonce', value: expected },
        }
      )
    }),
  },
  {
    id: 'id-token-signed',
    title: 'The ID token is signed',
    clause: 'OpenID Connect Core §2',
    weight: 'weakens',
    fix: 'Register id_token_signed_response_alg as RS256 or better. Only a token straight from the token endpoint may be unsigned.',
    see,
    check: overIdTokens(
      ({ jwt }) => jwt.header.alg === 'none' && { message: 'alg is none: anybody can write such a token.' },
    ),
  },
]
