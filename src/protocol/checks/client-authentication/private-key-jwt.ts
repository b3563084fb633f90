/** `private_key_jwt`: the client signs an assertion with its own key (RFC 7523 §2.2, §3). */
import { clientKeys } from '../../state/client-keys.ts'
import { assertionAlgorithms, assertionMethod } from './client-assertion.ts'

/** A JWT that the client signed for this server, usable once. */
export const privateKeyJwt = assertionMethod('private_key_jwt', { algorithms: assertionAlgorithms, keysOf: clientKeys })
