/** The discovery documents: what the server is and where its endpoints are (RFC 8414, OpenID Connect Discovery). */
import { json } from '../../../http/index.ts'
import type { ResolvedConfig } from '../../state/config.ts'
import { endpointUrl } from '../../state/context.ts'
import { describeProtection } from '../../state/response-protection.ts'
import type { Endpoint, Metadata } from './endpoint.ts'

/** Both documents over a list of endpoints. They say the same: each may have members that only the other defines. */
export function discoveryOf(endpoints: readonly Endpoint[]): Endpoint[] {
  const document = {
    methods: ['GET'],
    audience: 'client',
    cors: 'any',
    handle: (_request, { config, environment }) =>
      json(
        200,
        describeServer(
          endpoints,
          config,
          environment.keys.map((key) => key.alg),
        ),
        [['cache-control', 'public, max-age=300']],
      ),
  } satisfies Omit<Endpoint, 'path'>
  return [
    // Appended to the issuer (OpenID Connect Discovery §4) …
    { ...document, path: '/.well-known/openid-configuration' },
    // … and inserted between its host and its path (RFC 8414 §3.1), where MCP clients look for the other one as well.
    { ...document, path: '/.well-known/oauth-authorization-server', placement: 'before_issuer_path' },
    {
      ...document,
      path: '/.well-known/openid-configuration',
      placement: 'before_issuer_path',
      isOffered: ({ issuer }) => new URL(issuer).pathname !== '/',
    },
  ]
}

function describeServer(endpoints: readonly Endpoint[], config: ResolvedConfig, algorithms: string[]): Metadata {
  const offered = endpoints.filter((endpoint) => endpoint.isOffered?.(config) ?? true)
  const members: Metadata = Object.assign(
    {},
    ...offered.map((endpoint) => endpoint.metadata?.(endpointUrl(config, endpoint.path), config)),
  )
  const called = offered.filter(({ audience }) => audience === 'client').map(({ path }) => endpointUrl(config, path))
  const aliases = Object.entries(members).filter(
    ([name, url]) => name.endsWith('_endpoint') && typeof url === 'string' && called.includes(url),
  )
  return {
    // Identical to the URL that the client started from, or it must refuse the document (RFC 8414 §3.3).
    issuer: config.issuer,
    ...members,
    // Certificates are taken at the usual addresses, unless the operator has others for them (RFC 8705 §5).
    mtls_endpoint_aliases: { ...Object.fromEntries(aliases), ...config.mtls_endpoint_aliases },
    scopes_supported: [...config.scopes],
    subject_types_supported: ['public'],
    ...describeProtection(config, algorithms),
  }
}
