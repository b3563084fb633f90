/** `tls_client_auth` and `self_signed_tls_client_auth`: the client proves to have the key of a certificate as the connection is made (RFC 8705 §2). */
import {
  type AlternativeName,
  type Certificate,
  certificateThumbprint,
  fromBase64,
  normaliseEmail,
  normaliseIp,
  readCertificate,
} from '../../certificate.ts'
import { isSameName, parseDistinguishedName } from '../../distinguished-name.ts'
import type { Environment } from '../../environment.ts'
import { clientKeys } from '../../state/client-keys.ts'
import { type ClientAuthenticationMethod, tlsSubject } from '../../state/config.ts'
import type { ServerContext } from '../../state/context.ts'
import { accept, refuse } from '../../verdict.ts'
import type { AuthenticationMethod, Presented } from './method.ts'

const method = (
  name: Extract<ClientAuthenticationMethod, 'tls_client_auth' | 'self_signed_tls_client_auth'>,
  verify: AuthenticationMethod['verify'],
): AuthenticationMethod => ({
  name,
  // A certificate alone is no attempt: other clients show one to have their tokens bound to it (§3).
  isUsed: ({ request, parameters }, { store }) =>
    request.clientCertificate !== undefined &&
    store.clients.get(parameters.get('client_id') ?? '')?.token_endpoint_auth_method === name,
  claimedClientId: ({ parameters }) => parameters.get('client_id') ?? '',
  verify,
})

/** A certificate of a certificate authority: known by the one name that the client registered (§2.1). */
export const tlsClientAuth = method('tls_client_auth', (presented, client, { environment }) => {
  const rule = { rule: 'client_certificate', clause: 'RFC 8705 §2.1' }
  const certificate = readShown(presented, rule, environment)
  const subject = tlsSubject(client)
  if (subject === undefined || !bearsName(certificate, subject)) {
    throw refuse(
      rule,
      {
        code: 'invalid_client',
        message: 'The certificate does not bear the name that the client registered.',
        ...(subject !== undefined && { expected: `${subject.member}: ${subject.value}` }),
        fix: 'Compare the subject of the certificate with the registration; a distinguished name is written as in RFC 4514.',
      },
      environment,
    )
  }
  accept(rule, `${client.client_id} authenticated with a certificate of its registered name.`, environment)
})

/** A certificate that the client made itself: known because it is registered whole, in `jwks` (§2.2). */
export const selfSignedTlsClientAuth = method(
  'self_signed_tls_client_auth',
  async (presented, client, { environment }: ServerContext) => {
    const rule = { rule: 'client_certificate', clause: 'RFC 8705 §2.2' }
    const shown = await certificateThumbprint(readShown(presented, rule, environment))
    const keys = await clientKeys(client, environment).catch(() => [])
    const registered = keys.flatMap(({ x5c }) => fromBase64(x5c?.[0] ?? '') ?? [])
    const thumbprints = await Promise.all(registered.map((der) => certificateThumbprint({ der })))
    if (!thumbprints.includes(shown)) {
      throw refuse(
        rule,
        {
          code: 'invalid_client',
          message: 'The certificate is none of those that the client registered.',
          sent: shown,
          expected: thumbprints.join(' ') || 'a key with x5c',
          fix: 'Register the certificate as x5c of a key in jwks.',
        },
        environment,
      )
    }
    accept(rule, `${client.client_id} authenticated with its registered certificate.`, environment)
  },
)

function readShown(
  { request }: Presented,
  rule: { readonly rule: string; readonly clause: string },
  environment: Environment,
): Certificate {
  const certificate = readCertificate(request.clientCertificate ?? '')
  if (certificate !== undefined) return certificate
  throw refuse(
    rule,
    { code: 'invalid_client', message: 'The client certificate cannot be read.', fix: 'Hand it in as PEM.' },
    environment,
  )
}

const ALTERNATIVE_NAMES: Readonly<Record<string, AlternativeName>> = {
  tls_client_auth_san_dns: 'dns',
  tls_client_auth_san_uri: 'uri',
  tls_client_auth_san_ip: 'ip',
  tls_client_auth_san_email: 'email',
}

/** In which form two names of a kind are compared: DNS names without case, addresses as addresses. */
const NORMALISED: Readonly<Record<AlternativeName, (name: string) => string>> = {
  dns: (name) => name.toLowerCase(),
  uri: (name) => name,
  ip: normaliseIp,
  email: normaliseEmail,
}

/** Whether a certificate bears a name (§2.1.2). */
function bearsName(certificate: Certificate, { member, value }: { member: string; value: string }): boolean {
  const kind = ALTERNATIVE_NAMES[member]
  if (kind === undefined) {
    const expected = parseDistinguishedName(value)
    return expected !== undefined && isSameName(certificate.subject, expected)
  }
  const normalise = NORMALISED[kind]
  return certificate.alternativeNames[kind].map(normalise).includes(normalise(value))
}
