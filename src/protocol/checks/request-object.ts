/** Ways to pass a request that this server does not offer; OpenID Connect has an error for each (OpenID Connect Core §3.1.2.6). */
import type { Environment } from '../environment.ts'
import type { ErrorCode } from '../errors.ts'
import type { RequestParameters } from '../parameters.ts'
import { refuse } from '../verdict.ts'

const unsupported: readonly (readonly [parameter: string, code: ErrorCode])[] = [
  ['request', 'request_not_supported'],
  ['request_uri', 'request_uri_not_supported'],
  ['registration', 'registration_not_supported'],
]

/** Refuses `request`, `request_uri` and `registration`: ignoring them would ignore what the client relies on. */
export function refuseRequestObject(parameters: RequestParameters, environment: Environment): void {
  for (const [parameter, code] of unsupported) {
    if (!parameters.has(parameter)) continue
    throw refuse(
      { rule: parameter, clause: 'OpenID Connect Core §3.1.2.6' },
      {
        code,
        message: `The server does not support the parameter ${parameter}.`,
        fix: 'Send the request as plain parameters.',
      },
      environment,
    )
  }
}
