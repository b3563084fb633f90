/** A server with many tenants, each with an issuer of its own, and one address for all of them: a habit of vendors, in no specification. */
import { type HttpHandler, json } from '../../http/index.ts'
import type { ServerMetadata } from '../../scenario-kit/endpoints.ts'

/** URL origin of the server. */
export const LOGIN = 'https://login.example'

/** The issuer of a tenant; of `common` it is what clients ask, and of nobody. */
export function issuerOf(tenant: string): string {
  return `${LOGIN}/${tenant}/v2.0`
}

/** What the metadata at the common address name as their issuer, word for word: whoever reads it fills in the tenant. */
export const TEMPLATE = issuerOf('{tenantid}')

/** Hands each request to its tenant. The common address describes all of them; their keys are the same. */
export function createTenants(tenants: Readonly<Record<string, HttpHandler>>, keysOf: string): HttpHandler {
  return async (request) => {
    const { pathname } = new URL(request.url)
    const [, tenant = ''] = pathname.split('/')
    if (pathname === '/common/v2.0/.well-known/openid-configuration') {
      const metadata: Partial<ServerMetadata> = {
        issuer: TEMPLATE,
        jwks_uri: `${issuerOf(keysOf)}/jwks.json`,
        token_endpoint: `${issuerOf('common')}/token`,
      }
      return json(200, metadata)
    }
    return (
      (await tenants[tenant]?.(request)) ??
      json(404, { error: 'invalid_request', error_description: 'No such tenant.' })
    )
  }
}
