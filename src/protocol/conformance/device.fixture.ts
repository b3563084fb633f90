/** A device, and the person who connects it, for the tests of this folder. */
import type { HttpResponse } from '../../http/index.ts'
import type { Environment, PolicyOptions, ServerConfig } from '../index.ts'
import { type Example, exampleConfig, post, startExample } from './example-server.fixture.ts'
import type { Page, UserAgent } from './user-agent.fixture.ts'

/** The value of `grant_type` (RFC 8628 §3.4). */
export const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code'

/** A device authorization response (RFC 8628 §3.2). */
export interface DeviceCodes {
  readonly device_code: string
  readonly user_code: string
  readonly verification_uri: string
  readonly verification_uri_complete: string
  readonly expires_in: number
  readonly interval: number
}

/** The example with two public devices and a confidential one. */
export function startDevices(
  policy: PolicyOptions = {},
  environment: Partial<Environment> = {},
  config: Partial<ServerConfig> = {},
): Promise<Example> {
  const { clients = [] } = exampleConfig('https://as.example')
  const grant_types = [DEVICE_GRANT, 'refresh_token']
  const scope = 'openid profile offline_access notes.read'
  const devices = [
    { client_id: 'tv', grant_types, scope },
    { client_id: 'other-tv', grant_types, scope },
    { client_id: 'printer', grant_types: [DEVICE_GRANT], scope, client_secret: 'printer-secret' },
  ]
  return startExample({ clients: [...clients, ...devices], policy, ...config }, environment)
}

/** Asks for codes. */
export function askForCodes(
  example: Example,
  parameters: Readonly<Record<string, string>> = {},
): Promise<HttpResponse> {
  const url = example.metadata.device_authorization_endpoint
  return post(example.server.handle, url, { client_id: 'tv', scope: 'notes.read', ...parameters })
}

/** Asks for codes and gets them. */
export async function obtainCodes(
  example: Example,
  parameters: Readonly<Record<string, string>> = {},
): Promise<DeviceCodes> {
  const response = await askForCodes(example, parameters)
  if (response.status !== 200) throw new Error(`no codes but ${response.status} ${response.body}`)
  return JSON.parse(response.body)
}

/** Polls once. */
export function poll(
  example: Example,
  device_code: string,
  parameters: Readonly<Record<string, string>> = {},
): Promise<HttpResponse> {
  const form = { grant_type: DEVICE_GRANT, client_id: 'tv', device_code, ...parameters }
  return post(example.server.handle, example.metadata.token_endpoint, form)
}

/** Enters a user code at the verification page, and signs in as alice where the server asks. */
export async function enterCode(
  person: UserAgent,
  { verification_uri }: DeviceCodes,
  user_code: string,
): Promise<Page> {
  return passSignIn(person, await person.submit(await person.visit(verification_uri), { user_code }))
}

/** Signs in as alice where the page asks. */
export async function passSignIn(person: UserAgent, page: Page): Promise<Page> {
  if (!page.html.includes('name="password"')) return page
  return person.submit(page, { username: 'alice', password: 'wonderland' })
}

/** Connects the device of the codes, or denies it. */
export async function decide(example: Example, codes: DeviceCodes, button: 'Allow' | 'Deny' = 'Allow'): Promise<Page> {
  const page = await enterCode(example.alice, codes, codes.user_code)
  return example.alice.submit(page, {}, new RegExp(`^${button}$`))
}
