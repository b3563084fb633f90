/** An access token that is bound to a key or a certificate: who presents it must prove to have that (RFC 9449 §7, RFC 8705 §3). */
import type { HttpRequest } from '../../http/index.ts'
import type { PresentedToken } from '../bearer-token.ts'
import { certificateThumbprint, readCertificate } from '../certificate.ts'
import type { Enforce } from '../enforce.ts'
import type { Confirmation } from '../state/records.ts'
import { checkDpopProof, type ProofDemands } from './dpop-proof.ts'

/** How a token came, and what it says that it is bound to. */
export interface BindingCheck {
  readonly request: HttpRequest
  readonly presented: PresentedToken
  readonly confirmation: Confirmation | undefined
  readonly demands: Omit<ProofDemands, 'accessToken'>
}

/** Enforces every binding of a token: `invalid_token`, or the codes of a proof. */
export async function checkTokenBinding(
  { request, presented, confirmation, demands }: BindingCheck,
  enforce: Enforce,
): Promise<void> {
  const { jkt, 'x5t#S256': thumbprint } = confirmation ?? {}
  if (presented.scheme === 'DPoP') {
    enforce({
      rule: 'dpop_bound',
      clause: 'RFC 9449 §7.1',
      holds: jkt !== undefined,
      success: 'The access token is bound to a key.',
      failure: 'The access token is bound to no key, so the DPoP scheme is not for it.',
      fix: 'Send it by its token_type, or get a bound one: with a proof in the token request.',
    })
    const proven = await checkDpopProof(request, { ...demands, accessToken: presented.value }, enforce)
    enforce({
      rule: 'dpop_binding',
      clause: 'RFC 9449 §7.1',
      holds: proven === jkt,
      success: 'The proof is signed with the key that the access token is bound to.',
      failure: 'The access token is bound to another key than the one of the proof.',
      sent: proven,
      expected: jkt,
      fix: 'Sign proofs with the key of the token request. Whoever stole the token does not have it.',
    })
  } else if (jkt !== undefined) {
    enforce(
      {
        rule: 'dpop_bound',
        clause: 'RFC 9449 §7.2',
        holds: false,
        success: 'The access token is presented with a proof.',
        failure: 'The access token is bound to a key and was sent as a bearer token.',
        sent: 'Bearer',
        expected: 'DPoP',
        fix: 'Send Authorization: DPoP <token> and a proof in the DPoP header.',
      },
      { code: 'invalid_token', scheme: 'DPoP' },
    )
  }
  if (thumbprint !== undefined) await checkCertificate(request, thumbprint, enforce)
}

async function checkCertificate(request: HttpRequest, expected: string, enforce: Enforce): Promise<void> {
  const certificate = readCertificate(request.clientCertificate ?? '')
  const sent = certificate === undefined ? undefined : await certificateThumbprint(certificate)
  enforce({
    rule: 'certificate_binding',
    clause: 'RFC 8705 §3',
    holds: sent === expected,
    success: 'The client showed the certificate that the access token is bound to.',
    failure:
      sent === undefined
        ? 'The access token is bound to a certificate, and the client showed none.'
        : 'The access token is bound to another certificate than the one that the client showed.',
    sent: sent ?? 'no certificate',
    expected,
    fix: 'Call by mutual TLS with the certificate of the token request.',
  })
}

/** What a token says that it is bound to, read from its `cnf` claim (RFC 7800 §3). */
export function readConfirmation(cnf: unknown): Confirmation | undefined {
  if (typeof cnf !== 'object' || cnf === null) return undefined
  const { jkt, 'x5t#S256': thumbprint } = cnf as Readonly<Record<string, unknown>>
  return {
    ...(typeof jkt === 'string' && { jkt }),
    ...(typeof thumbprint === 'string' && { 'x5t#S256': thumbprint }),
  }
}
