/** `/jwks.json`: the public keys that verify this server's signatures (RFC 7517 §5). */
import { json } from '../../../http/index.ts'
import { publicJwks } from '../../keys.ts'
import type { Endpoint } from './endpoint.ts'

/** The JWK Set. A client that meets an unknown `kid` fetches it again. */
export const jwks: Endpoint = {
  path: '/jwks.json',
  methods: ['GET'],
  audience: 'client',
  cors: 'any',
  metadata: (url) => ({ jwks_uri: url }),
  handle: (_request, { environment }) => json(200, publicJwks(environment), [['cache-control', 'public, max-age=300']]),
}
