/** What a resource server tells of itself: whom it trusts, how it validates, and what each of its resources takes. Small, so that it can be told before the server runs. */
import type { ResourceServerConfig, Route } from './config.ts'

/** A protected resource without its answer: what a token must carry to reach it. */
export type RouteDemands = Omit<Route, 'respond' | 'accepts'>

/** A resource server as plain JSON. */
export interface ResourceServerDescription {
  readonly resource: string
  readonly issuer: string
  readonly validation: 'jwt' | 'introspection'
  readonly leewaySeconds: number
  /** In the order of the configuration. */
  readonly routes: readonly RouteDemands[]
}

/** Describes a resource server by its configuration. No secret is in it. */
export function describeResourceServer(config: ResourceServerConfig): ResourceServerDescription {
  const { resource, issuer, validation, leeway = 0, routes } = config
  return {
    resource,
    issuer,
    validation: validation.type,
    leewaySeconds: leeway,
    routes: routes.map(({ respond: _respond, accepts: _accepts, ...demands }) => demands),
  }
}
