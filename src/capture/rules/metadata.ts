/** Rules for the metadata of servers and of protected resources. */
import { answerText } from '../fields.ts'
import { atResponse, type Problem, type Rule } from './rule.ts'

const RESOURCE_SUFFIX = '/.well-known/oauth-protected-resource'
const SERVER_SUFFIX = '/.well-known/oauth-authorization-server'
const OPENID_SUFFIX = '/.well-known/openid-configuration'

/** In the order in which a login comes to them. */
export const METADATA_RULES: readonly Rule[] = [
  {
    id: 'resource-identifier',
    title: 'The metadata of a resource are about the resource that was asked for',
    clause: 'RFC 9728 §3.3',
    weight: 'weakens',
    fix: 'Let the server name the exact address of the resource, path included; clients that compare strictly refuse the metadata.',
    check: ({ exchanges }) =>
      exchanges.flatMap((exchange) => {
        const resource = exchange.kind === 'resource metadata' ? answerText(exchange, 'resource') : undefined
        if (resource === undefined) return []
        const expected = without(RESOURCE_SUFFIX, exchange.request.url)
        return [atResponse(exchange, differing('resource', resource, expected))]
      }),
  },
  {
    id: 'metadata-issuer',
    title: 'The issuer in the metadata is the one that was asked for',
    clause: 'RFC 8414 §3.3',
    weight: 'weakens',
    fix: 'Configure the client with the issuer exactly as the metadata name it, or correct the server; clients that compare strictly refuse the metadata.',
    check: ({ exchanges }) =>
      exchanges.flatMap((exchange) => {
        const issuer = exchange.kind === 'discovery' ? answerText(exchange, 'issuer') : undefined
        // A server of many tenants leaves a gap for the tenant.
        if (issuer === undefined || issuer.includes('{')) return []
        const { url } = exchange.request
        const expected = without(url.includes(SERVER_SUFFIX) ? SERVER_SUFFIX : OPENID_SUFFIX, url)
        return [atResponse(exchange, differing('issuer', issuer, expected))]
      }),
  },
]

/** The identifier that a well-known address was made of, as browsers write it. */
function without(suffix: string, url: string): string {
  const { origin, pathname } = new URL(url)
  return `${origin}${pathname.replace(suffix, '')}`
}

function differing(name: string, sent: string, expected: string): Problem | false {
  const written = URL.canParse(sent) ? new URL(sent).href : sent
  return (
    withoutSlash(written) !== withoutSlash(expected) && {
      message: 'The metadata name another identifier than the address that they were read from.',
      sent: { name, value: sent },
      expected: { name, value: expected },
    }
  )
}

function withoutSlash(address: string): string {
  return address.endsWith('/') ? address.slice(0, -1) : address
}
