/** Rules for what an app sends to the token endpoint with a code. */
import { base64url, utf8 } from '../../lib/encoding.ts'
import { answerOf, isTakenOut } from '../fields.ts'
import type { TokenRequest } from '../login.ts'
import { atRequest, fails, type Rule, works } from './rule.ts'

/** A code that has waited so long and is refused has probably expired; servers give it between 30 s and 10 min. */
const OLD_CODE_MS = 30_000

function isRefused({ exchange }: TokenRequest): boolean {
  return typeof answerOf(exchange).error === 'string'
}

function isInvalidGrant({ exchange }: TokenRequest): boolean {
  return answerOf(exchange).error === 'invalid_grant'
}

/** In the order in which a login comes to them. */
export const TOKEN_REQUEST_RULES: readonly Rule[] = [
  {
    id: 'redirect-uri-same',
    title: 'The token request repeats the redirect URI',
    clause: 'RFC 6749 §4.1.3',
    weight: 'breaks',
    fix: 'Send the same redirect_uri to both endpoints, character by character; take it from one place in the code.',
    see: fails('authorization-code-pkce', 'redirect-uri-mismatch'),
    check: ({ tokenRequests }) =>
      tokenRequests.flatMap((request) => {
        const expected = request.authorization?.answers?.parameters.get('redirect_uri')
        const sent = request.parameters.get('redirect_uri')
        // OAuth 2.1 no longer asks for it, so a server that does without is none that breaks the rule.
        if (expected === undefined || (sent === undefined && !isRefused(request))) return []
        return [
          atRequest(
            request.exchange,
            sent !== expected && {
              message:
                sent === undefined
                  ? 'The authorization request had a redirect_uri, but the token request has none.'
                  : 'The two requests name different redirect URIs.',
              sent: { name: 'redirect_uri', value: sent ?? '' },
              expected: { name: 'redirect_uri', value: expected },
            },
          ),
        ]
      }),
  },
  {
    id: 'pkce-verifier',
    title: 'The PKCE verifier hashes to the challenge',
    clause: 'RFC 7636 §4.6',
    weight: 'breaks',
    fix: 'Keep one verifier for each sign-in, by its state: a second tab or a double start overwrites a single one.',
    see: fails('authorization-code-pkce', 'pkce-mismatch'),
    check: ({ tokenRequests }) =>
      Promise.all(
        tokenRequests.flatMap((request) => {
          const asked = request.authorization?.answers?.parameters
          const challenge = asked?.get('code_challenge')
          if (challenge === undefined) return []
          return [checkVerifier(request, challenge, asked?.get('code_challenge_method') ?? 'plain')]
        }),
      ),
  },
  {
    id: 'code-once',
    title: 'A code is redeemed once',
    clause: 'RFC 6749 §4.1.2',
    weight: 'breaks',
    fix: 'Guard the callback against a second run (reload, back button, an effect that runs twice in development), and take the code out of the address.',
    see: fails('authorization-code-pkce', 'code-replayed'),
    check: ({ tokenRequests }) => {
      const redeemed = new Set<string>()
      return tokenRequests.flatMap(({ exchange, parameters }) => {
        const code = parameters.get('code')
        if (code === undefined || isTakenOut(code)) return []
        const isAgain = redeemed.has(code)
        redeemed.add(code)
        return [
          atRequest(
            exchange,
            isAgain && {
              message:
                'This code was sent to the token endpoint before. A server may revoke what it issued for the first use.',
            },
          ),
        ]
      })
    },
  },
  {
    id: 'code-expired',
    title: 'A code is redeemed before it expires',
    clause: 'RFC 6749 §4.1.2',
    weight: 'breaks',
    fix: 'Redeem the code at once. Check for a breakpoint, a slow network, a prompt in between; then start again.',
    see: fails('authorization-code-pkce', 'code-expired'),
    check: ({ tokenRequests }) =>
      tokenRequests.flatMap((request) => {
        if (request.authorization === undefined) return []
        const ageMs = request.exchange.sentAt + request.exchange.durationMs - request.authorization.exchange.sentAt
        return [
          atRequest(
            request.exchange,
            isInvalidGrant(request) &&
              ageMs > OLD_CODE_MS && {
                message: `The server refused the code, and ${Math.round(ageMs / 1000)} seconds had passed since it was issued.`,
              },
          ),
        ]
      }),
  },
  {
    id: 'secret-in-browser',
    title: 'No client secret is sent by a browser',
    clause: 'RFC 6749 §10.1',
    weight: 'weakens',
    fix: 'Register the app as a public client and use PKCE, or move the token request to a backend.',
    see: works('authorization-code-web-app', 'happy'),
    check: ({ tokenRequests }) =>
      tokenRequests
        .filter(({ exchange }) => exchange.sender === undefined)
        .map(({ exchange, parameters }) =>
          atRequest(
            exchange,
            parameters.has('client_secret') && {
              message: 'The browser sends a client_secret. Everybody who loads the app has it.',
            },
          ),
        ),
  },
  {
    id: 'password-grant',
    title: 'The app never sees the password',
    clause: 'RFC 9700 §2.4',
    weight: 'weakens',
    fix: 'Use the authorization code grant: the password is for the authorization server alone, and so is a second factor.',
    see: works('authorization-code-pkce', 'happy'),
    check: ({ tokenRequests }) =>
      tokenRequests.map(({ exchange, parameters }) =>
        atRequest(
          exchange,
          parameters.get('grant_type') === 'password' && {
            message: 'The app has asked for the password itself (grant_type=password).',
          },
        ),
      ),
  },
]

async function checkVerifier({ exchange, parameters }: TokenRequest, challenge: string, method: string) {
  const verifier = parameters.get('code_verifier')
  if (verifier === undefined) {
    return atRequest(exchange, {
      message: 'The authorization request had a code_challenge, but there is no code_verifier.',
    })
  }
  const computed = method === 'S256' ? await sha256(verifier) : verifier
  return atRequest(
    exchange,
    computed !== challenge && {
      message: 'The hash of this verifier is not the challenge that the code was requested with.',
      sent: { name: 'code_challenge', value: computed },
      expected: { name: 'code_challenge', value: challenge },
    },
  )
}

async function sha256(text: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(text))))
}
