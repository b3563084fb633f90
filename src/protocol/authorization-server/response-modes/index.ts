/** How an authorization response reaches the client: one file a mode, listed here. */
import type { FormFields, HttpResponse } from '../../../http/index.ts'
import type { ResolvedConfig } from '../../state/config.ts'
import type { ServerContext } from '../../state/context.ts'
import type { Policy } from '../../state/policy.ts'
import type { PlainResponseMode, ResponseMode } from '../../state/records.ts'
import { formPost } from './form-post.ts'
import { fragment } from './fragment.ts'
import { asJwt, offersJwtResponses, usualJwtMode } from './jwt.ts'
import { query } from './query.ts'

/** Each mode writes the response's parameters to the redirect URI in its own way. */
const plainModes: Readonly<
  Record<
    PlainResponseMode,
    (redirectUri: string, response: FormFields, status: Policy['redirectStatus']) => HttpResponse
  >
> = { query, fragment, form_post: formPost }

/** Their names, as a request has them. */
const plainNames = Object.keys(plainModes)

/** The modes that the server names in its metadata, and takes. */
export function offeredResponseModes(config: Pick<ResolvedConfig, 'clients'>): string[] {
  return [...plainNames, ...(offersJwtResponses(config) ? jwtNames : [])]
}

const jwtNames = [usualJwtMode, ...plainNames.map((name) => `${name}.jwt`)]

/** The mode that a request names, or the usual one where it names none that the server has. */
export function readResponseMode(
  sent: string | undefined,
  usual: PlainResponseMode,
  config: Pick<ResolvedConfig, 'clients'>,
): ResponseMode {
  if (sent === undefined || !offeredResponseModes(config).includes(sent)) return usual
  return sent === usualJwtMode ? `${usual}.jwt` : (sent as ResponseMode)
}

/** Sends a response on its way. */
export function sendResponse(
  { redirectUri, responseMode, clientId }: { redirectUri: string; responseMode: ResponseMode; clientId: string },
  response: FormFields,
  context: ServerContext,
): HttpResponse | Promise<HttpResponse> {
  const [plain = 'query', isJwt] = responseMode.split('.') as [PlainResponseMode, string?]
  const send = plainModes[plain]
  const { redirectStatus } = context.config.policy
  if (isJwt === undefined) return send(redirectUri, response, redirectStatus)
  return asJwt(clientId, response, context).then((fields) => send(redirectUri, fields, redirectStatus))
}
