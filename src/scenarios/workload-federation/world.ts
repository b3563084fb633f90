/** The parties: a job and its platform, a stranger’s job on the same platform, the authorization server, and the Deploy API. */
import type { ClientMetadata } from '../../protocol/index.ts'
import { describeResult } from '../../scenario-kit/client-error.ts'
import { ISSUER, serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { createBackend } from '../../scenario-kit/parties/backend.ts'
import { namedActors } from '../../scenario-kit/parties/cast.ts'
import { createServiceIssuer, createTokenGuardedService } from '../../scenario-kit/parties/service-cast.ts'
import { type Action, createUserAgent, type Simulation, type World } from '../../simulation/index.ts'
import { deploy, JobError } from './client.ts'
import { createPlatform, PLATFORM, type Repository, subjectOf } from './platform.ts'
import type { Settings } from './settings.ts'

const DEPLOY = 'https://deploy.example'
const WEBSHOP: Repository = { name: 'acme/webshop', id: '4711', owner_id: '815' }
const CLIENT_ID = 'webshop-deploy'

/** What the platform gives a job to show who it is; nobody else sees it. */
const TOKENS = { job: 'runner-token-of-acme', attacker: 'runner-token-of-a-stranger' } as const
type JobName = keyof typeof TOKENS

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const { token_endpoint, jwks_uri } = serverMetadata(settings)
  const auth = createServiceIssuer(simulation, settings, {
    clients: [registration(settings)],
    resources: [DEPLOY],
    trusted_issuers: [{ issuer: PLATFORM, jwks_uri: `${PLATFORM}/jwks.json` }],
    policy: { lifetimes: { access_token: settings.access_token_lifetime } },
  })
  const api = createTokenGuardedService(simulation, 'api', {
    jwks_uri,
    resource: DEPLOY,
    routes: [
      {
        method: 'POST',
        path: '/releases',
        scope: 'releases:write',
        respond: ({ sub }) => ({ released: 'webshop 2.4', by: String(sub) }),
      },
    ],
  })

  /** Which repository belongs to whom, as the platform has it now. */
  const repositories: { job: Repository | undefined; attacker: Repository } = {
    job: WEBSHOP,
    attacker: { name: 'acme-evil/webshop', id: '9042', owner_id: '2077' },
  }
  const repositoryOf = (token: string) =>
    token === TOKENS.job ? repositories.job : token === TOKENS.attacker ? repositories.attacker : undefined
  const platform = {
    lifetimeSeconds: settings.identity_token_lifetime,
    mayAsk: settings.may_ask,
    subjectForm: settings.subject_form,
  }
  const results: Record<JobName, string> = { job: 'not run yet', attacker: 'not run yet' }
  const backends = {
    job: createBackend(simulation, 'job', () => ({ result: results.job })),
    attacker: createBackend(simulation, 'attacker', () => ({ result: results.attacker })),
  }

  const run = (name: JobName, offer: Pick<Action, 'id' | 'label' | 'hint'>): Action => ({
    ...offer,
    place: 'stage',
    available: () => repositories[name] !== undefined && !backends[name].isBusy('deploy'),
    run: () =>
      backends[name].start('deploy', async (globals) => {
        const config = {
          identity_token_url: `${PLATFORM}/identity-token`,
          job_token: TOKENS[name],
          audience: settings.audience,
          token_endpoint,
          client_id: CLIENT_ID,
          api: DEPLOY,
        }
        results[name] = await describeResult(deploy(globals, config), JobError)
      }),
  })

  return {
    actors: namedActors(settings, { job: 'app', ci: 'server', auth: 'server', api: 'server', attacker: 'attacker' }),
    origins: {
      [PLATFORM]: { actor: 'ci', handle: createPlatform(simulation, platform, repositoryOf) },
      [ISSUER]: auth.origin,
      [DEPLOY]: api.origin,
    },
    snapshots: {
      job: backends.job.snapshot,
      ci: () => ({
        repositories: Object.values(repositories).flatMap((one) => (one ? [{ name: one.name, number: one.id }] : [])),
      }),
      auth: auth.snapshot,
      api: api.snapshot,
      attacker: backends.attacker.snapshot,
    },
    // No person takes part, so no window is ever opened.
    userAgent: createUserAgent(simulation, { actor: 'browser', apps: {} }),
    milestones,
    actions: [
      run('job', {
        id: 'run-job',
        label: 'Run the deploy job',
        hint: 'Somebody at Acme has merged to main. The job of that repository deploys.',
      }),
      {
        id: 'take-name',
        label: 'Acme gives up its name, a stranger takes it',
        hint: 'Acme has renamed its organisation. Names are free again after a while; the registration was forgotten.',
        place: 'stage',
        available: () => repositories.job !== undefined && !backends.job.isBusy('deploy'),
        run() {
          repositories.job = undefined
          repositories.attacker = { ...repositories.attacker, name: WEBSHOP.name }
        },
      },
      run('attacker', {
        id: 'run-stranger',
        label: 'Run a stranger’s job',
        hint: 'The client identifier is no secret: a job of somebody else’s repository tries the same.',
      }),
    ],
    open: () => undefined,
  }
}

function registration({ trust, registered_form }: Settings): ClientMetadata {
  const sub = subjectOf(WEBSHOP, registered_form)
  const subjects = {
    id: { issuer: PLATFORM, sub, claims: { repository_id: WEBSHOP.id } },
    exact: { issuer: PLATFORM, sub },
    prefix: { issuer: PLATFORM, sub_prefix: 'repo:acme' },
  }
  return {
    client_id: CLIENT_ID,
    grant_types: ['urn:ietf:params:oauth:grant-type:jwt-bearer'],
    token_endpoint_auth_method: 'none',
    scope: 'releases:write',
    assertion_subjects: [subjects[trust]],
  }
}
