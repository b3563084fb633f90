/** `client_secret_jwt`: the client makes an assertion with its secret, which so never travels (OpenID Connect Core §9). */
import { utf8 } from '../../../lib/encoding.ts'
import { assertionMethod, secretAlgorithms } from './client-assertion.ts'

/** A JWT with a code that only the secret can have made, for this server, usable once. */
export const clientSecretJwt = assertionMethod('client_secret_jwt', {
  algorithms: secretAlgorithms,
  keysOf: async (client) => utf8(client.client_secret ?? ''),
})
