/** `client_secret_post`: the secret in the form body (RFC 6749 §2.3.1). */
import { checkClientSecret } from './client-secret.ts'
import type { AuthenticationMethod } from './method.ts'

/** `client_id` and `client_secret` as form parameters. */
export const clientSecretPost: AuthenticationMethod = {
  name: 'client_secret_post',
  isUsed: ({ parameters }) => parameters.has('client_secret'),
  claimedClientId: ({ parameters }) => parameters.get('client_id') ?? '',
  verify({ parameters }, client, { environment }) {
    checkClientSecret(parameters.get('client_secret') ?? '', client, environment)
  },
}
