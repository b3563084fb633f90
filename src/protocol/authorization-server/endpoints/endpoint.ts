/** The shape of an endpoint: the router, CORS and the discovery documents derive from it. */
import type { HttpRequest, HttpResponse } from '../../../http/index.ts'
import type { Json } from '../../../lib/json.ts'
import type { ResolvedConfig } from '../../state/config.ts'
import type { ServerContext } from '../../state/context.ts'

/** Members of the discovery documents (RFC 8414 §2, OpenID Connect Discovery §3). */
export type Metadata = Readonly<Record<string, Json>>

/** One endpoint: one file, one line in `index.ts`. */
export interface Endpoint {
  /** Where it usually is beneath the issuer, such as `/token`; `endpoint_paths` of the configuration may move it. */
  readonly path: string
  /** `before_issuer_path` puts it between the host and the issuer's path, as RFC 8414 §3.1 wants it. */
  readonly placement?: 'before_issuer_path'
  /** Any other method is answered with 405. HEAD comes with GET. */
  readonly methods: readonly ('GET' | 'POST')[]
  /** Who reads its errors: a person (a page) or a client (JSON). */
  readonly audience: 'person' | 'client'
  /**
   * Whose scripts may read its answers: nobody's (`none`: a navigation, or a call between servers), the registered
   * clients' (`clients`), anybody's (`any`: public documents).
   */
  readonly cors: 'none' | 'clients' | 'any'
  /** Whether this server has it at all. Default: it has. */
  isOffered?(config: ResolvedConfig): boolean
  /** What it adds to the discovery documents; `url` is its own. */
  metadata?(url: string, config: ResolvedConfig): Metadata
  /** Answers a request of one of its methods. Throws ProtocolError. */
  handle(request: HttpRequest, context: ServerContext): HttpResponse | Promise<HttpResponse>
}
