/** Proof Key for Code Exchange: who redeems a code must be who asked for it (RFC 7636). S256 only. */
import { base64url, utf8 } from '../../lib/encoding.ts'
import type { Environment } from '../environment.ts'
import type { RequestParameters } from '../parameters.ts'
import type { Policy } from '../state/policy.ts'
import { accept, refuse } from '../verdict.ts'

/** 43 to 128 unreserved characters (RFC 7636 §4.1, §4.2). */
const wellFormed = /^[A-Za-z0-9\-._~]{43,128}$/

/** The S256 challenge of a verifier: base64url of its SHA-256 (RFC 7636 §4.2). */
export async function challengeOf(verifier: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(verifier))))
}

/** Checks the challenge of an authorization request and returns it, `undefined` when none is sent and none is due. `invalid_request` (§4.4.1). */
export function checkChallenge(
  parameters: RequestParameters,
  { isPublic, policy }: { isPublic: boolean; policy: Policy['pkce'] },
  environment: Environment,
): string | undefined {
  const challenge = parameters.get('code_challenge')
  const method = parameters.get('code_challenge_method')

  if (policy === 'unsupported') {
    accept(
      { rule: 'pkce', clause: 'policy' },
      'The policy is a server without PKCE: a code_challenge is ignored.',
      environment,
    )
    return undefined
  }

  if (challenge === undefined) {
    const rule = { rule: 'pkce', clause: isPublic ? 'RFC 9700 §2.1.1' : 'policy' }
    if (method !== undefined) {
      throw refuse(
        { rule: 'pkce', clause: 'RFC 7636 §4.3' },
        {
          code: 'invalid_request',
          message: 'code_challenge_method was sent without a code_challenge.',
          fix: 'Send the code_challenge as well, or neither.',
        },
        environment,
      )
    }
    if (policy === 'required' || (policy === 'public_clients' && isPublic)) {
      throw refuse(
        rule,
        {
          code: 'invalid_request',
          message: `A code_challenge is required${isPublic ? ' of public clients' : ' by this server'} (PKCE).`,
          fix: 'Make a random code_verifier, send its S256 hash as code_challenge and code_challenge_method=S256.',
        },
        environment,
      )
    }
    accept(
      { rule: 'pkce', clause: 'policy' },
      'No code_challenge was sent and the policy does not ask for one.',
      environment,
    )
    return undefined
  }

  if (method !== 'S256') {
    // A missing method means plain (RFC 7636 §4.3), which shows the verifier to whoever sees the request.
    throw refuse(
      { rule: 'pkce', clause: 'RFC 9700 §2.1.1' },
      {
        code: 'invalid_request',
        message: 'Only the code_challenge_method S256 is supported; without a method it would be plain.',
        sent: method ?? 'plain (by default)',
        expected: 'S256',
        fix: 'Send code_challenge_method=S256.',
      },
      environment,
    )
  }
  const rule = { rule: 'pkce', clause: 'RFC 7636 §4.2' }
  if (!wellFormed.test(challenge)) {
    throw refuse(
      rule,
      {
        code: 'invalid_request',
        message: 'The code_challenge is malformed: it must be 43 to 128 unreserved characters.',
        sent: challenge,
        fix: 'Send base64url(SHA-256(code_verifier)) without padding: 43 characters.',
      },
      environment,
    )
  }
  accept(rule, 'The request carries an S256 code_challenge; the code will be bound to it.', environment)
  return challenge
}

/** Checks a token request's verifier against the challenge on record. `invalid_grant` (RFC 7636 §4.6). */
export async function checkVerifier(
  verifier: string | undefined,
  { challenge, policy }: { challenge: string | undefined; policy: Policy['pkce'] },
  environment: Environment,
): Promise<void> {
  if (policy === 'unsupported') {
    accept(
      { rule: 'pkce', clause: 'policy' },
      'The policy is a server without PKCE: whoever has the code may redeem it.',
      environment,
    )
    return
  }
  if (challenge === undefined) {
    if (verifier === undefined) return
    if (policy === 'downgradable') {
      accept(
        { rule: 'pkce', clause: 'policy' },
        'The code was issued without a code_challenge, so the policy does not look at the code_verifier.',
        environment,
      )
      return
    }
    throw refuse(
      { rule: 'pkce', clause: 'RFC 9700 §2.1.1' },
      {
        code: 'invalid_grant',
        message:
          'A code_verifier was sent, but the code was issued without a code_challenge: the downgrade defence refuses it.',
        fix: 'Send the code_challenge in the authorization request. If the client did, somebody removed it on the way.',
      },
      environment,
    )
  }

  const rule = { rule: 'pkce', clause: 'RFC 7636 §4.6' }
  if (verifier === undefined) {
    throw refuse(
      rule,
      {
        code: 'invalid_grant',
        message: 'The code was issued for a code_challenge, and the code_verifier is missing.',
        expected: challenge,
        fix: 'Send the code_verifier that the challenge was made from.',
      },
      environment,
    )
  }
  const sent = await challengeOf(verifier)
  if (!wellFormed.test(verifier) || sent !== challenge) {
    throw refuse(
      rule,
      {
        code: 'invalid_grant',
        message: 'The S256 hash of the code_verifier is not the code_challenge of the authorization request.',
        sent,
        expected: challenge,
        fix: 'Redeem the code in the same browser context that stored the verifier of this very request.',
      },
      environment,
    )
  }
  accept(rule, 'The S256 hash of the code_verifier is the code_challenge on record.', environment)
}
