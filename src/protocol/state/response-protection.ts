/**
 * How a client wants its answers protected: signed with an algorithm of its choice, encrypted to a key of its own (OpenID Connect
 * Dynamic Client Registration §2, RFC 9701 §6, JARM §3).
 */
import { signatureAlgorithms } from '../keys.ts'

/** The answers that can be JWTs. */
const RESPONSES = ['id_token', 'userinfo', 'introspection', 'authorization'] as const

/** An answer that can be a JWT. */
export type ProtectedResponse = (typeof RESPONSES)[number]

/** What a registration says of an answer, and what the discovery document calls the values of it. */
const MEMBERS = {
  signed_response_alg: 'signing_alg_values_supported',
  encrypted_response_alg: 'encryption_alg_values_supported',
  encrypted_response_enc: 'encryption_enc_values_supported',
} as const

type ProtectionMember = `${ProtectedResponse}_${keyof typeof MEMBERS}`

/** The members of a registration. */
export type ResponseProtection = { readonly [Member in ProtectionMember]?: string }

/** Algorithms that encrypt to a public key (RFC 7518 §4.1). Nothing is encrypted with a secret, which both sides would have. */
const KEY_ALGORITHMS: readonly string[] = [
  ...['RSA-OAEP', 'RSA-OAEP-256', 'RSA-OAEP-384', 'RSA-OAEP-512'],
  ...['ECDH-ES', 'ECDH-ES+A128KW', 'ECDH-ES+A192KW', 'ECDH-ES+A256KW'],
]
/** Algorithms that encrypt the content (RFC 7518 §5.1). */
const CONTENT_ALGORITHMS: readonly string[] = [
  ...['A128CBC-HS256', 'A192CBC-HS384', 'A256CBC-HS512'],
  ...['A128GCM', 'A192GCM', 'A256GCM'],
]

interface Asking {
  readonly clients: readonly ResponseProtection[]
}

/** Whether a configured client registered how it wants an answer signed or encrypted. */
export function isAskedFor({ clients }: Asking, response: ProtectedResponse): boolean {
  return clients.some(
    (client) =>
      client[`${response}_signed_response_alg`] !== undefined ||
      client[`${response}_encrypted_response_alg`] !== undefined,
  )
}

/** The algorithm that a client registered for the signature of an answer. */
export function signingAlgorithm(
  client: ResponseProtection | undefined,
  response: ProtectedResponse,
): string | undefined {
  return client?.[`${response}_signed_response_alg`]
}

/** How an answer is encrypted, if the client registered that; the default of `enc` is that of the specifications. */
export function encryptionOf(
  client: ResponseProtection | undefined,
  response: ProtectedResponse,
): { readonly alg: string; readonly enc: string } | undefined {
  const alg = client?.[`${response}_encrypted_response_alg`]
  return alg === undefined ? undefined : { alg, enc: client?.[`${response}_encrypted_response_enc`] ?? 'A128CBC-HS256' }
}

/** What a server supports, by the member of a registration: what one of its configured clients asks for, and signed ID Tokens. */
export function offeredProtection(
  { clients }: Asking,
  algorithms: readonly string[],
): Partial<Record<ProtectionMember, readonly string[]>> {
  const isAsked = (member: ProtectionMember) => clients.some((client) => client[member] !== undefined)
  const isSigned = (response: ProtectedResponse) =>
    response === 'id_token' ||
    isAsked(`${response}_signed_response_alg`) ||
    (response === 'authorization' && isAskedFor({ clients }, response))
  const offered = RESPONSES.flatMap((response): [ProtectionMember, readonly string[]][] => [
    ...(isSigned(response)
      ? [[`${response}_signed_response_alg`, [...new Set(algorithms)]] as [ProtectionMember, string[]]]
      : []),
    ...(isAsked(`${response}_encrypted_response_alg`)
      ? ([
          [`${response}_encrypted_response_alg`, KEY_ALGORITHMS],
          [`${response}_encrypted_response_enc`, CONTENT_ALGORITHMS],
        ] as [ProtectionMember, readonly string[]][])
      : []),
  ])
  return Object.fromEntries(offered)
}

/** The same as members of the discovery documents, such as `userinfo_signing_alg_values_supported`. */
export function describeProtection(config: Asking, algorithms: readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(offeredProtection(config, algorithms)).map(([member, values]) => [
      member.replace(/(?:signed|encrypted)_response_\w+$/, (name) => MEMBERS[name as keyof typeof MEMBERS]),
      values,
    ]),
  )
}

/** What is wrong with what a registration says of its answers; `undefined` when nothing is. */
export function complainAboutProtection(
  client: ResponseProtection & { readonly jwks?: unknown; readonly jwks_uri?: unknown },
): string | undefined {
  const hasKeys = client.jwks !== undefined || client.jwks_uri !== undefined
  for (const response of RESPONSES) {
    const name = (member: keyof typeof MEMBERS) => `${response}_${member}` as const
    const signed = client[name('signed_response_alg')]
    const alg = client[name('encrypted_response_alg')]
    const enc = client[name('encrypted_response_enc')]
    if (signed !== undefined && !signatureAlgorithms.includes(signed)) {
      return `${name('signed_response_alg')} is ${signed}; the server supports ${signatureAlgorithms.join(' ')}`
    }
    if (enc !== undefined && alg === undefined) {
      return `${name('encrypted_response_enc')} needs ${name('encrypted_response_alg')}`
    }
    if (alg === undefined) continue
    if (!KEY_ALGORITHMS.includes(alg)) {
      return `${name('encrypted_response_alg')} is ${alg}; the server supports ${KEY_ALGORITHMS.join(' ')}`
    }
    if (enc !== undefined && !CONTENT_ALGORITHMS.includes(enc)) {
      return `${name('encrypted_response_enc')} is ${enc}; the server supports ${CONTENT_ALGORITHMS.join(' ')}`
    }
    // An encrypted answer of unknown origin is worth nothing: anybody has the client's public key. An authorization response is always signed.
    if (signed === undefined && response === 'introspection') {
      return `${name('encrypted_response_alg')} needs ${name('signed_response_alg')}`
    }
    if (!hasKeys) return `${name('encrypted_response_alg')} needs jwks or jwks_uri`
  }
  return undefined
}
