/** Apps that begin signed in: tokens from a sign-in before the first step, in a page that was loaded then. */
import { html } from '../../http/index.ts'
import type { EarlierPage, Simulation } from '../../simulation/index.ts'
import { API, APP, PHOTO_PRINTS, type Servers } from './cast.ts'
import { type PreludeTokens, signInBeforehand } from './prelude.ts'

/** As long as the photo API lets a browser remember what it answered to a preflight, in seconds. */
const PREFLIGHT_MAX_AGE_SECONDS = 600

/** Which app: a public client, or one that sends credentials as form fields. */
export interface EarlierClient {
  readonly client_id: string
  readonly credentials?: Readonly<Record<string, string>>
}

/** Signs Ada in to the app, has the API accept the access token once, and returns the tokens. */
export async function tokensFromBefore(
  { random }: Simulation,
  servers: Servers,
  client: EarlierClient = { client_id: PHOTO_PRINTS.client_id },
): Promise<PreludeTokens> {
  const tokens = await signInBeforehand({
    metadata: servers.metadata,
    handle: servers.authorizationServer.handle,
    ...client,
    redirect_uri: `${APP}/callback`,
    scope: 'photos:read',
    random,
  })
  await servers.callApiBeforehand(tokens.access_token)
  return tokens
}

/** The app's page as it was loaded then. It called these paths of the API, so no preflight is due for a while. */
export function pageFromBefore(page: string, apiPaths: readonly string[]): EarlierPage {
  return {
    url: `${APP}/`,
    response: html(200, page),
    calls: apiPaths.map((path) => ({
      url: `${API}${path}`,
      method: 'GET',
      headers: [['authorization', '']],
      withCredentials: false,
    })),
    preflightMaxAgeSeconds: PREFLIGHT_MAX_AGE_SECONDS,
  }
}
