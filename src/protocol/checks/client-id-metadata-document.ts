/** Clients whose identifier is the address of a document about themselves (Client ID Metadata Document). */
import { type HttpResponse, header, headers, mediaType } from '../../http/index.ts'
import { isJsonObject, type Json, type JsonObject, parseJsonObject } from '../../lib/json.ts'
import type { Environment } from '../environment.ts'
import { ProtocolError } from '../errors.ts'
import { isPrivateKey } from '../keys.ts'
import { isSpecialUseHost } from '../special-use-address.ts'
import { type Client, type ClientAuthenticationMethod, resolveClient, splitScope } from '../state/config.ts'
import type { ServerContext } from '../state/context.ts'
import { accept, refuse } from '../verdict.ts'
import { readClientMetadata } from './client-metadata.ts'

/** Bytes that are read of a document: the size that §6.6 recommends. */
const MAX_BYTES = 5120
/** Seconds that a document is used without asking again: where its host says nothing, and at most. Policy, as §4.4 allows. */
const USUAL_AGE = 300
const MAX_AGE = 86_400

/** Methods without a shared secret: there is no way to have agreed on one (§4.1). */
const METHODS: readonly ClientAuthenticationMethod[] = [
  'none',
  'private_key_jwt',
  'tls_client_auth',
  'self_signed_tls_client_auth',
]
/**
 * Grants in which a person or another server agrees each time. A stranger's document opens no other (policy): neither a token of
 * the client's own nor an exchange of somebody else's, which an operator registers.
 */
const GRANT_TYPES: readonly string[] = [
  'authorization_code',
  'refresh_token',
  'urn:ietf:params:oauth:grant-type:device_code',
  'urn:ietf:params:oauth:grant-type:jwt-bearer',
]
/** Members for servers that have more: the grant of CIBA opens to no document, and subjects are public. */
const FOR_OTHERS = ['backchannel_token_delivery_mode', 'backchannel_client_notification_endpoint', 'subject_type']

/** What is said of a refusal. */
interface Fault {
  readonly clause: string
  readonly message: string
  readonly sent?: string | undefined
  readonly expected?: string
  readonly fix: string
}

type RefusalCode = 'invalid_request' | 'invalid_client'

/**
 * The client of an identifier: one that is registered, or one that a document describes, which is fetched when it is new or no longer
 * fresh. `undefined` when there is none. Throws ProtocolError with the code given when the document does not do.
 */
export async function findClient(
  clientId: string,
  code: RefusalCode,
  context: ServerContext,
): Promise<Client | undefined> {
  const { config, store, environment } = context
  const known = store.clients.get(clientId)
  if (known?.disabled === true) {
    const fix = 'Switch the registration on again, or use another client.'
    const told = { code, message: 'The client is disabled.', sent: clientId, fix }
    throw refuse({ rule: 'client_disabled', clause: 'policy' }, told, environment)
  }
  const freshUntil = store.documentFreshUntil(clientId)
  const isUsable = known !== undefined && (freshUntil === undefined || environment.now() < freshUntil)
  if (isUsable || !config.client_id_metadata_document_supported || !clientId.startsWith('https://')) return known
  const fail = (fault: Fault) => refusal(fault, code, environment)
  checkIdentifier(clientId, fail)
  const response = await fetchDocument(clientId, context)
  const client = readDocument(response, { clientId, scopes: config.scopes }, fail)
  store.saveDescribedClient(client, environment.now() + freshSeconds(response, environment.now()))
  accept(
    { rule: 'client_id_metadata_document', clause: 'Client ID Metadata Document §4' },
    `The document at ${clientId} describes the client ${client.client_name}.`,
    environment,
  )
  return client
}

/** An https URL with a path, without user, dot segments or fragment, and not of this network. */
function checkIdentifier(clientId: string, fail: (fault: Fault) => ProtocolError): void {
  const isUrl = URL.canParse(clientId) && !/[#\s\p{Cc}\\]/u.test(clientId)
  const [, authority = '', path = ''] = /^https:\/\/([^/?]*)([^?]*)/.exec(clientId) ?? []
  const hasDots = path.split('/').some((segment) => /^(?:\.|%2e){1,2}$/i.test(segment))
  if (!isUrl || authority === '' || authority.includes('@') || path === '' || hasDots) {
    throw fail({
      clause: 'Client ID Metadata Document §3',
      message: 'An identifier of this kind is an https URL with a path, without user, fragment and dot segments.',
      sent: clientId,
      expected: 'such as https://app.example/client.json',
      fix: 'Host the document at such an address, and send that.',
    })
  }
  if (isSpecialUseHost(new URL(clientId).hostname)) {
    throw fail({
      clause: 'Client ID Metadata Document §6.5',
      message: 'The document is at an address of this computer or its network, where the server fetches nothing.',
      sent: clientId,
      fix: 'Host the document where everybody can fetch it.',
    })
  }
}

/** A redirect is an answer like any other: it is not followed. `undefined` when nothing came. */
async function fetchDocument(url: string, { environment }: ServerContext): Promise<HttpResponse | undefined> {
  const request = { method: 'GET', url, headers: [['accept', 'application/json']], body: '' } as const
  return environment.send(request).catch(() => undefined)
}

function readDocument(
  response: HttpResponse | undefined,
  { clientId, scopes }: { clientId: string; scopes: readonly string[] },
  fail: (fault: Fault) => ProtocolError,
): Client {
  const isJson = response !== undefined && /^application\/(?:[^/]+\+)?json$/.test(mediaType(response))
  if (response?.status !== 200 || !isJson) {
    throw fail({
      clause: 'Client ID Metadata Document §4.3',
      message: 'The document that the client_id points to could not be fetched.',
      sent: response === undefined ? 'no answer' : `${response.status} ${mediaType(response)}`.trim(),
      expected: '200 application/json',
      fix: 'Answer the address itself with the document; redirects are not followed.',
    })
  }
  if (new TextEncoder().encode(response.body).length > MAX_BYTES) {
    throw fail({
      clause: 'Client ID Metadata Document §6.6',
      message: `The document is longer than the ${MAX_BYTES} bytes that are read of it.`,
      fix: 'Keep what the authorization server needs, and leave out the rest.',
    })
  }
  const document = parseJsonObject(response.body)
  if (document?.client_id !== clientId) {
    throw fail({
      clause: 'Client ID Metadata Document §4.1',
      message: 'The client_id in the document is not the address that it was fetched from.',
      sent: String(document?.client_id ?? 'no client_id'),
      expected: clientId,
      fix: 'Write the address into the document, character by character.',
    })
  }
  const secret = secretIn(document)
  if (secret !== undefined) {
    throw fail({
      clause: 'Client ID Metadata Document §4.1',
      message: `The document has ${secret}: what everybody can read is no secret.`,
      sent: secret,
      expected: METHODS.join(' '),
      fix: 'Use none, or private_key_jwt with a public key.',
    })
  }
  return describe(document, scopes, fail)
}

/** The client that a document describes. What this server does not offer is left out: the document is for every server. */
function describe(document: JsonObject, scopes: readonly string[], fail: (fault: Fault) => ProtocolError): Client {
  const scope = typeof document.scope === 'string' ? document.scope : undefined
  const body: JsonObject = {
    ...Object.fromEntries(Object.entries(document).filter(([member]) => !FOR_OTHERS.includes(member))),
    token_endpoint_auth_method: document.token_endpoint_auth_method ?? 'none',
    ...(Array.isArray(document.grant_types) && {
      grant_types: document.grant_types.filter((type) => typeof type !== 'string' || GRANT_TYPES.includes(type)),
    }),
    ...(Array.isArray(document.response_types) && {
      response_types: document.response_types.filter((type) => type === 'code'),
    }),
    ...(scope !== undefined && {
      scope: splitScope(scope)
        .filter((token) => scopes.includes(token))
        .join(' '),
    }),
  }
  const limits = {
    grantTypes: GRANT_TYPES,
    scopes,
    authenticationMethods: METHODS,
    authorizationDetailsTypes: stringsOf(document.authorization_details_types),
    // What a document asks for and this server does not name is left out: the document is for every server.
    protection: {},
  }
  try {
    if (typeof document.client_name !== 'string') {
      throw new ProtocolError('invalid_client_metadata', 'The document has no client_name to show to a person.')
    }
    return resolveClient({ ...readClientMetadata(body, limits), client_id: String(document.client_id) })
  } catch (error) {
    if (!(error instanceof ProtocolError) && !(error instanceof TypeError)) throw error
    throw fail({
      clause: 'Client ID Metadata Document §4.1',
      message: `The document cannot be used: ${error.message}`,
      fix: 'Correct the member. It is read again with the next request.',
    })
  }
}

/** The member that must not be in a document, if there is one. */
function secretIn(document: JsonObject): string | undefined {
  const method = document.token_endpoint_auth_method
  if (typeof method === 'string' && method.startsWith('client_secret_')) return method
  const member = ['client_secret', 'client_secret_expires_at'].find((name) => document[name] !== undefined)
  if (member !== undefined) return member
  const keys = isJsonObject(document.jwks) && Array.isArray(document.jwks.keys) ? document.jwks.keys : []
  return keys.some((key) => isJsonObject(key) && isPrivateKey(key)) ? 'a private key' : undefined
}

/**
 * Seconds that a document may be used: what its host says, less what it has spent in caches, up to a bound (RFC 9111 §4.2). An `Expires`
 * that is no date is in the past (§5.3).
 */
function freshSeconds(response: HttpResponse | undefined, now: number): number {
  if (response === undefined) return 0
  // Several lines are one list (RFC 9110 §5.3).
  const directives = headers(response, 'cache-control').join(',').toLowerCase()
  if (/\bno-(?:store|cache)\b/.test(directives)) return 0
  const secondsOf = (date: string) => Math.floor(Date.parse(date) / 1000)
  const expires = header(response, 'expires')
  const sent = secondsOf(header(response, 'date') ?? '') || now
  const untilExpiry = expires === undefined ? USUAL_AGE : secondsOf(expires) - sent || 0
  const named = /\bmax-age="?(\d+)/.exec(directives)?.[1]
  const spent = Number(/^\d+$/.exec(header(response, 'age') ?? '')?.[0] ?? 0)
  return Math.max(0, Math.min(named === undefined ? untilExpiry : Number(named), MAX_AGE) - spent)
}

function stringsOf(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

function refusal({ clause, ...fault }: Fault, code: RefusalCode, environment: Environment): ProtocolError {
  return refuse({ rule: 'client_id_metadata_document', clause }, { code, ...fault }, environment)
}
