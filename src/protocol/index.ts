/** The protocol floor: an authorization server and a resource server that answer plain HTTP messages. Second factors and context classes: `authentication/index.ts`. */
export {
  type GuardName,
  guards,
  type SignInEvent,
  signInTransitions,
  type Transition,
} from './authentication/states.ts'
export { type AuthorizationServer, createAuthorizationServer } from './authorization-server/index.ts'
export type { Environment, Note } from './environment.ts'
export { type ErrorCode, ProtocolError } from './errors.ts'
export type { PrivateJwk } from './keys.ts'
export { type ForeseenRule, foreseeRules, type PresentedToken } from './resource-server/foresight.ts'
export type * from './resource-server/index.ts'
export { createResourceServer } from './resource-server/index.ts'
export type { Client, ClientMetadata, SecondFactors, ServerConfig, User } from './state/config.ts'
export {
  defaultPolicy,
  type Lifetimes,
  type Policy,
  type PolicyOptions,
  type SecondFactorPolicy,
} from './state/policy.ts'
export type { SignInState } from './state/records.ts'
export type { ServerSnapshot } from './state/snapshot.ts'
