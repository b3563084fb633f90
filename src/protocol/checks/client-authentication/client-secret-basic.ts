/** `client_secret_basic`: the secret in the Authorization header, form-encoded before base64 (RFC 6749 §2.3.1). */
import { header } from '../../../http/index.ts'
import { fromUtf8 } from '../../../lib/encoding.ts'
import type { Environment } from '../../environment.ts'
import { refuse } from '../../verdict.ts'
import { checkClientSecret } from './client-secret.ts'
import type { AuthenticationMethod, Presented } from './method.ts'

/** HTTP Basic with `client_id` as the user name and `client_secret` as the password. */
export const clientSecretBasic: AuthenticationMethod = {
  name: 'client_secret_basic',
  // Any Authorization header at all: whatever its scheme, the client tried to authenticate by it (RFC 6749 §5.2).
  isUsed: ({ request }) => header(request, 'authorization') !== undefined,
  claimedClientId: (presented, { environment }) => readBasic(presented, environment).clientId,
  verify(presented, client, { environment }) {
    checkClientSecret(readBasic(presented, environment).clientSecret, client, environment)
  },
}

function readBasic({ request }: Presented, environment: Environment): { clientId: string; clientSecret: string } {
  const [scheme = '', credentials = '', ...more] = (header(request, 'authorization') ?? '').trim().split(/ +/)
  const pair = decodeBase64(credentials)
  const colon = pair?.indexOf(':') ?? -1
  const clientId = formDecode(pair?.slice(0, Math.max(colon, 0)) ?? '')
  const clientSecret = formDecode(pair?.slice(colon + 1) ?? '')
  if (
    scheme.toLowerCase() !== 'basic' ||
    more.length > 0 ||
    colon < 1 ||
    clientId === undefined ||
    clientSecret === undefined
  ) {
    throw refuse(
      { rule: 'client', clause: 'RFC 6749 §2.3.1' },
      {
        code: 'invalid_client',
        message: 'The Authorization header is malformed: it must be Basic and base64 of client_id:client_secret.',
        fix: 'Form-encode client_id and client_secret each, join them with a colon, and base64 the result.',
      },
      environment,
    )
  }
  return { clientId, clientSecret }
}

function decodeBase64(text: string): string | undefined {
  try {
    return fromUtf8(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)))
  } catch {
    return undefined
  }
}

/** Decodes application/x-www-form-urlencoded text; `undefined` when a percent sign encodes nothing. */
function formDecode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}
