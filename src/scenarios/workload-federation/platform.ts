/** The CI platform: it knows which repository a job belongs to, and signs that for whoever is to believe it. */
import { importJWK, SignJWT } from 'jose'
import { type HttpHandler, header, json } from '../../http/index.ts'
import { ISSUER_KEY } from '../../scenario-kit/parties/issuer-key.ts'
import type { Simulation } from '../../simulation/index.ts'

/** Its URL origin and issuer identifier. */
export const PLATFORM = 'https://ci.example'

/** A repository: its name can be given up and taken by others, its id is never given out twice. */
export interface Repository {
  readonly name: string
  readonly id: string
  readonly owner_id: string
}

/**
 * How subjects are written: with names alone, or with ids behind them, as GitHub does since July 2026 for new repositories
 * (github.blog/changelog/2026-04-23-immutable-subject-claims-for-github-actions-oidc-tokens).
 */
export type SubjectForm = 'names' | 'ids'

/** The subject of a job on the main branch. */
export function subjectOf({ name, id, owner_id }: Repository, form: SubjectForm): string {
  const [owner, repository] = name.split('/')
  const path = form === 'ids' ? `${owner}@${owner_id}/${repository}@${id}` : name
  return `repo:${path}:ref:refs/heads/main`
}

/** Answers as the platform (actor `ci`); `repositoryOf` knows the jobs that run by their tokens. */
export function createPlatform(
  { clock, random, note }: Simulation,
  {
    lifetimeSeconds,
    mayAsk,
    subjectForm,
  }: { readonly lifetimeSeconds: number; readonly mayAsk: boolean; readonly subjectForm: SubjectForm },
  repositoryOf: (jobToken: string) => Repository | undefined,
): HttpHandler {
  const { kid, alg, kty, n, e } = ISSUER_KEY
  return async (request) => {
    const url = new URL(request.url)
    if (url.pathname === '/jwks.json') return json(200, { keys: [{ kid, alg, kty, n, e, use: 'sig' }] })
    if (url.pathname !== '/identity-token') return json(404, {})
    const repository = repositoryOf((header(request, 'authorization') ?? '').replace(/^Bearer /, ''))
    if (repository === undefined) return json(401, { error: 'invalid_token', error_description: 'No such job runs.' })
    if (!mayAsk) {
      const message = 'The job may not ask for an identity token.'
      const fix = 'Grant it in the file of the job: permissions, id-token: write.'
      note('ci', { type: 'check', rule: 'job_permission', clause: 'policy', passed: false, message, fix })
      return json(403, { error: 'access_denied', error_description: message })
    }
    note('ci', { type: 'check', rule: 'job_token', clause: 'policy', passed: true, message: 'The job runs.' })
    const iat = Math.floor(clock.now() / 1000)
    const identity_token = await new SignJWT({
      repository: repository.name,
      repository_id: repository.id,
      jti: Array.from(random(8, 'ci/jti'), (byte) => byte.toString(16).padStart(2, '0')).join(''),
    })
      .setProtectedHeader({ alg, kid, typ: 'JWT' })
      .setIssuer(PLATFORM)
      .setSubject(subjectOf(repository, subjectForm))
      .setAudience(url.searchParams.get('audience') ?? '')
      .setIssuedAt(iat)
      .setExpirationTime(iat + lifetimeSeconds)
      .sign(await importJWK({ ...ISSUER_KEY }, alg))
    return json(200, { identity_token })
  }
}
