/** Somebody else's client library, `openid-client`, in front of a server in memory, and the person who answers its requests. */
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import * as client from 'openid-client'
import { type HttpHandler, serialiseForm } from '../../http/index.ts'
import {
  type AuthorizationServer,
  type ClientMetadata,
  createAuthorizationServer,
  type PolicyOptions,
} from '../index.ts'
import { createUserAgent, readForm } from './user-agent.fixture.ts'

/** The issuer of every journey. */
const ISSUER = 'https://as.example'
/** Where the client is called back. */
export const CALLBACK = 'https://app.example/cb'
/** The API that its tokens are for. */
export const API = 'https://api.example'
/** The client. */
const CLIENT_ID = 'foreign'

/** The keys of the client: one that signs, one that it is encrypted to. */
export interface ForeignKeys {
  readonly signing: client.PrivateKey
  readonly decryption: client.DecryptionKey
  readonly jwks: { readonly keys: readonly JWK[] }
}

/** Makes the keys. */
export async function foreignKeys(encryptionAlg = 'ECDH-ES+A128KW'): Promise<ForeignKeys> {
  const [signing, decryption] = await Promise.all([
    generateKeyPair('ES256'),
    generateKeyPair(encryptionAlg, { crv: 'P-256' }),
  ])
  const [sig, enc] = await Promise.all([exportJWK(signing.publicKey), exportJWK(decryption.publicKey)])
  return {
    signing: { key: signing.privateKey, kid: 'sig-1' },
    decryption: { key: decryption.privateKey, kid: 'enc-1', alg: encryptionAlg },
    jwks: {
      keys: [
        { ...sig, kid: 'sig-1', alg: 'ES256', use: 'sig' },
        { ...enc, kid: 'enc-1', alg: encryptionAlg, use: 'enc' },
      ],
    },
  }
}

/** What a journey starts with. */
export interface Start {
  /** The registration of the client, which the library is told too. */
  readonly metadata: Omit<ClientMetadata, 'client_id'>
  /** How the library authenticates. Default: as `client_secret_post`, or not at all without a secret. */
  readonly authentication?: client.ClientAuth
  readonly policy?: PolicyOptions
  /** What the library is set to do. */
  readonly execute?: readonly ((config: client.Configuration) => void)[]
  /** A certificate that its connections show (RFC 8705 §2). */
  readonly certificate?: string
}

/** A library that has discovered a server which knows its client. */
export interface ForeignClient {
  readonly config: client.Configuration
  readonly server: AuthorizationServer
}

/** Starts both. The clock is the real one: the library has no other. */
export async function startForeignClient(start: Start): Promise<ForeignClient> {
  const { metadata, policy = {}, execute = [], certificate } = start
  const server = createAuthorizationServer({
    issuer: ISSUER,
    resources: [API],
    users: [
      { username: 'ada', password: 'lovelace', sub: 'user-1', claims: { name: 'Ada', email: 'ada@example.org' } },
    ],
    clients: [{ client_id: CLIENT_ID, ...metadata }],
    policy,
  })
  const authentication =
    start.authentication ?? (metadata.client_secret === undefined ? client.None() : client.ClientSecretPost())
  const config = await client.discovery(
    new URL(ISSUER),
    CLIENT_ID,
    structuredClone(metadata) as Partial<client.ClientMetadata>,
    authentication,
    { [client.customFetch]: fetchFrom(server.handle, certificate), execute: [...execute] },
  )
  return { config, server }
}

function fetchFrom(handle: HttpHandler, clientCertificate?: string): client.CustomFetch {
  return async (url, { method, headers, body }) => {
    const response = await handle({
      method,
      url,
      headers: [...new Headers(headers)],
      body: body === undefined || body === null ? '' : String(body),
      ...(clientCertificate !== undefined && { clientCertificate }),
    })
    const lines = response.headers.map(([name, value]): [string, string] => [name, value])
    return new Response(response.body === '' ? null : response.body, { status: response.status, headers: lines })
  }
}

/**
 * Signs in as Ada and answers the consent page. Returns what the client is called back with: a URL, or the POST of a form; `undefined`
 * where nobody is called back, as after the page of a device.
 */
export async function answerAs(
  decision: 'Allow' | 'Deny',
  { server }: ForeignClient,
  url: URL | string,
): Promise<URL | Request | undefined> {
  const userAgent = createUserAgent(ISSUER, server.handle)
  let page = await userAgent.visit(String(url))
  for (let pages = 0; page.status === 200 && page.html.includes('<form'); pages++) {
    if (pages > 4) throw new Error(`no end of pages:\n${page.html}`)
    if (page.html.includes('id="form-post"')) {
      const { action, fields } = readForm(page)
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      return new Request(action, { method: 'POST', headers, body: serialiseForm(Object.entries(fields)) })
    }
    const isSignIn = page.html.includes('name="password"')
    const isQuestion = page.html.includes('name="decision"')
    page = isSignIn
      ? await userAgent.submit(page, { username: 'ada', password: 'lovelace' }, /^Sign in$/)
      : await userAgent.submit(page, {}, isQuestion ? new RegExp(`^${decision}$`) : /^Continue$/)
  }
  if (page.status > 0 && page.status !== 200) throw new Error(`answered ${page.status}:\n${page.html}`)
  return page.status === 0 ? new URL(page.url) : undefined
}
