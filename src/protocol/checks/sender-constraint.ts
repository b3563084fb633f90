/** What a client proves at the token endpoint beside who it is: the key or the certificate that its tokens are then bound to. */
import type { HttpRequest } from '../../http/index.ts'
import { certificateThumbprint, readCertificate } from '../certificate.ts'
import { createPlainEnforce } from '../enforce.ts'
import type { Client } from '../state/config.ts'
import { publicUrl, type ServerContext } from '../state/context.ts'
import type { Confirmation } from '../state/records.ts'
import { accept, refuse } from '../verdict.ts'
import { checkDpopProof, hasDpopProof } from './dpop-proof.ts'

/**
 * Checks the proof and the certificate of a token request and returns what its tokens are to be bound to: a DPoP key
 * wherever a proof is sent (RFC 9449 §5), a certificate where the client registered it (RFC 8705 §3.4).
 */
export async function checkSenderConstraint(
  request: HttpRequest,
  client: Client,
  context: ServerContext,
): Promise<Confirmation | undefined> {
  const jkt = await checkProof(request, client, context)
  const thumbprint = await checkBoundCertificate(request, client, context)
  if (jkt === undefined && thumbprint === undefined) return undefined
  return { ...(jkt !== undefined && { jkt }), ...(thumbprint !== undefined && { 'x5t#S256': thumbprint }) }
}

/** The thumbprint of the key of a request's proof; `undefined` where there is none and none is due. */
async function checkProof(request: HttpRequest, client: Client, context: ServerContext): Promise<string | undefined> {
  const { environment } = context
  const rule = { rule: 'dpop_bound_access_tokens', clause: 'RFC 9449 §5.2' }
  if (hasDpopProof(request)) return readProofKey(request, context)
  if (client.dpop_bound_access_tokens !== true) return undefined
  throw refuse(
    rule,
    {
      code: 'invalid_dpop_proof',
      message: 'The client registered dpop_bound_access_tokens, and the request has no DPoP header.',
      fix: 'Send a proof in the DPoP header of each token request.',
    },
    environment,
  )
}

/** Checks the proof of a request to this authorization server, without a token, and returns the thumbprint of its key. */
export async function readProofKey(
  request: HttpRequest,
  { config, store, environment }: ServerContext,
): Promise<string> {
  const demands = {
    url: publicUrl(request, config),
    memory: store.dpop,
    nonce: config.policy.dpopNonce,
    now: environment.now(),
  }
  return checkDpopProof(request, demands, createPlainEnforce(environment.note))
}

async function checkBoundCertificate(
  request: HttpRequest,
  client: Client,
  { environment }: ServerContext,
): Promise<string | undefined> {
  if (client.tls_client_certificate_bound_access_tokens !== true) return undefined
  const rule = { rule: 'certificate_bound_access_tokens', clause: 'RFC 8705 §3.4' }
  const certificate = readCertificate(request.clientCertificate ?? '')
  if (certificate === undefined) {
    throw refuse(
      rule,
      {
        code: 'invalid_request',
        message: 'The client registered tls_client_certificate_bound_access_tokens, and showed no certificate.',
        fix: 'Make the connection by mutual TLS, at the addresses in mtls_endpoint_aliases.',
      },
      environment,
    )
  }
  accept(rule, 'The client showed a certificate; its access token is bound to it.', environment)
  return certificateThumbprint(certificate)
}
