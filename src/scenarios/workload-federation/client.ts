/** A CI job that deploys: it has no secret, only what its platform says about it (RFC 7523 §2.1). */
import type { ServerGlobals } from '../../simulation/index.ts'

/** How the job is set up. Nothing of this is secret, the job token aside, which the platform makes up for each run. */
export interface JobConfig {
  readonly identity_token_url: string
  readonly job_token: string
  /** For whom the platform’s token is to be. */
  readonly audience: string
  readonly token_endpoint: string
  readonly client_id: string
  readonly api: string
}

/** The platform, the authorization server or the API refused. */
export class JobError extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = 'JobError'
    this.code = code
  }
}

/** The whole job: identity token, access token, release. */
export async function deploy(job: ServerGlobals, config: JobConfig): Promise<unknown> {
  const identity = await getIdentityToken(job, config)
  const access_token = await redeem(job, config, identity)

  // #region release
  const response = await job.fetch(new URL('/releases', config.api), {
    method: 'POST',
    headers: { authorization: `Bearer ${access_token}` },
  })
  return readJson(response)
  // #endregion
}

/** Asks the platform who this job is, in words that the authorization server believes. */
async function getIdentityToken(job: ServerGlobals, config: JobConfig): Promise<string> {
  // #region identity-token
  const url = new URL(config.identity_token_url)
  url.searchParams.set('audience', config.audience)
  const response = await job.fetch(url, { headers: { authorization: `Bearer ${config.job_token}` } })
  const { identity_token } = await readJson<{ identity_token: string }>(response)
  return identity_token
  // #endregion
}

/** Trades the platform’s token for one of the authorization server. No secret goes over the wire: there is none. */
async function redeem(job: ServerGlobals, config: JobConfig, assertion: string): Promise<string> {
  // #region assertion
  const response = await job.fetch(config.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      client_id: config.client_id,
      assertion,
    }),
  })
  const { access_token } = await readJson<{ access_token: string }>(response)
  return access_token
  // #endregion
}

/** Reads a JSON response, or throws the error that it describes (RFC 6749 §5.2, RFC 6750 §3). */
async function readJson<Body extends object>(response: Response): Promise<Body> {
  const body = await response.json()
  if (!response.ok) throw new JobError(body.error, body.error_description)
  return body
}
