/** `jwt` and the modes that end in `.jwt`: the response as one signed JWT, which nobody can change on its way (JARM §2). */
import type { FormFields } from '../../../http/index.ts'
import type { ResolvedConfig } from '../../state/config.ts'
import type { ServerContext } from '../../state/context.ts'
import { isAskedFor } from '../../state/response-protection.ts'
import { protect } from '../../tokens/protected-response.ts'

/** What `response_mode=jwt` stands for: the usual mode of the response type, as a JWT (JARM §2.3.4). */
export const usualJwtMode = 'jwt'

/** Whether this server answers in these modes: a configured client registered how. Then any client may ask for them (JARM §3). */
export function offersJwtResponses(config: Pick<ResolvedConfig, 'clients'>): boolean {
  return isAskedFor(config, 'authorization')
}

/** The response as the one parameter `response`: for the client alone, and soon over (JARM §2.1). */
export async function asJwt(clientId: string, response: FormFields, context: ServerContext): Promise<FormFields> {
  const { config, environment } = context
  const parameters = response.map(([name, value]) => [name, name === 'expires_in' ? Number(value) : value])
  const claims = {
    ...Object.fromEntries(parameters),
    // Whoever answers is said here even where the policy leaves the parameter out (RFC 9207 §2.1).
    iss: config.issuer,
    aud: clientId,
    // As long as the code in it: what comes later is of no use.
    exp: environment.now() + config.policy.lifetimes.authorization_code,
  }
  return [['response', await protect({ response: 'authorization', clientId, claims, typ: undefined }, context)]]
}
