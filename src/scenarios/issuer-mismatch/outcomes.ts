/** One server, several ways to write its name; each outcome is reached by doing it. */
import type { MessagePattern, Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { countAnswers, failedCheck } from '../../scenario-kit/goals.ts'
import type { Trace } from '../../simulation/index.ts'

const OURS: MessagePattern = { sender: 'service-a', host: 'service-b.example' }
const THEIRS: MessagePattern = { sender: 'attacker', host: 'service-b.example' }

const play: ScriptLine = { type: 'play' }
const call: ScriptLine[] = [{ type: 'act', action: 'call' }, play]
const strangerCalls: ScriptLine[] = [{ type: 'act', action: 'call-stranger' }, play]

const answers = (trace: Trace, status: number) => countAnswers(trace, OURS, status)
const askedInside = (trace: Trace) => countAnswers(trace, { host: 'auth.internal.example' }, 200) > 0

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'same-name',
    title: 'One name everywhere',
    summary: 'Service B is configured with the issuer as the server writes it. Metadata and token have the same.',
    result: 'success',
    script: call,
    goal: {
      description: 'Service B accepts the token.',
      reached: (trace) => answers(trace, 200) === 1 && !failedCheck(trace, 'issuer'),
    },
  },
  {
    id: 'internal-name',
    title: 'Discovered inside, issued outside',
    summary:
      'Service B reaches the server by its name inside, and the server calls itself that when asked there. The token was issued outside, and says so.',
    result: 'failure',
    settings: { configured: 'internal', server_name: 'by_host' },
    script: call,
    goal: {
      description: 'The metadata fit, and the token is refused because of its issuer.',
      reached: (trace) => failedCheck(trace, 'issuer') && answers(trace, 401) === 1 && askedInside(trace),
    },
    remedy: 'split',
    trouble: {
      code: 'unexpected "iss" claim value',
      cause:
        'The API finds its issuer at a name that exists only inside (a container, a cluster); browsers and other services get their tokens at the public one.',
      remedy:
        'Expect the public issuer, and give the inner addresses of the endpoints and keys one by one; or configure the server with one fixed name.',
    },
  },
  {
    id: 'split',
    title: 'The public issuer, keys from inside',
    summary:
      'Service B expects the public issuer and fetches the keys at the name inside. Only the issuer is compared.',
    result: 'success',
    settings: { configured: 'split', server_name: 'by_host' },
    script: call,
    goal: {
      description: 'The keys come from inside, and the token is accepted.',
      reached: (trace) => askedInside(trace) && answers(trace, 200) === 1,
    },
  },
  {
    id: 'internal-fixed',
    title: 'Asked inside, answered with the public name',
    summary:
      'The server has one fixed name. Service B asks for metadata at the name inside, reads another one in them, and stops.',
    result: 'failure',
    settings: { configured: 'internal' },
    script: call,
    goal: {
      description: 'Service B refuses the metadata, before it has looked at the token.',
      reached: (trace) => failedCheck(trace, 'metadata_issuer') && answers(trace, 500) === 1,
    },
    remedy: 'same-name',
    trouble: {
      code: 'issuer did not match the issuer returned by provider',
      cause: 'The metadata name another issuer than the address that they were fetched from.',
      remedy: 'Configure the issuer that stands in the metadata, and make that name reachable from where the API runs.',
    },
  },
  {
    id: 'trailing-slash',
    title: 'A slash too many',
    summary: 'The configuration has a slash at the end, the server has none. To people they are the same address.',
    result: 'failure',
    settings: { configured: 'slash' },
    script: call,
    goal: {
      description: 'Service B refuses the metadata for one character.',
      reached: (trace) => failedCheck(trace, 'metadata_issuer') && answers(trace, 500) === 1,
    },
    remedy: 'same-name',
    trouble: {
      code: 'issuer mismatch (trailing slash)',
      cause: 'An issuer is compared as a text. Some servers write it with a slash at the end, others without.',
      remedy: 'Copy issuer from the discovery document to the last character.',
    },
  },
  {
    id: 'common',
    title: 'All tenants: {tenantid} in the issuer',
    summary:
      'Metadata for all tenants name the issuer with a placeholder. A verifier that compares exactly stops there.',
    result: 'failure',
    settings: { configured: 'common' },
    script: call,
    goal: {
      description: 'Service B refuses metadata whose issuer is not the one that it asked.',
      reached: (trace) => failedCheck(trace, 'metadata_issuer') && answers(trace, 500) === 1,
    },
    remedy: 'tenants',
    trouble: {
      code: 'https://login.example/{tenantid}/v2.0',
      cause:
        'The address for all tenants (common, organizations) is nobody’s issuer. Each token names its own tenant’s.',
      remedy:
        'Expect the issuer of your tenant; for several, fill in {tenantid} from a list of those that you serve, and compare exactly.',
    },
  },
  {
    id: 'any-tenant',
    title: 'The check switched off: any tenant gets in',
    summary:
      'The error is gone with the check. A service of another company, with a good token of that company, gets in as well.',
    result: 'failure',
    settings: { configured: 'common', issuer_check: 'none' },
    script: [...call, ...strangerCalls],
    goal: {
      description: 'Service B answers a service of another tenant.',
      reached: (trace) => answers(trace, 200) === 1 && countAnswers(trace, THEIRS, 200) === 1,
    },
    remedy: 'tenants',
    trouble: {
      code: 'ValidateIssuer = false',
      cause: 'All tenants sign with the same keys. Without the issuer nothing says whose token it is.',
      remedy: 'Keep the check, with a list of tenants.',
    },
  },
  {
    id: 'tenants',
    title: 'Tenants from a list',
    summary:
      'Service B fills in the placeholder with each tenant that it serves and compares exactly. Another company’s token is refused.',
    result: 'success',
    settings: { configured: 'common', issuer_check: 'tenants' },
    script: [...call, ...strangerCalls],
    goal: {
      description: 'Service A is answered, the other tenant is refused because of its issuer.',
      reached: (trace) =>
        answers(trace, 200) === 1 && failedCheck(trace, 'issuer') && countAnswers(trace, THEIRS, 401) === 1,
    },
  },
  {
    id: 'unreachable',
    title: 'The issuer is not there',
    summary: 'Service B is configured with a name that has been given up. It gets no keys, and can look at no token.',
    result: 'failure',
    settings: { configured: 'unreachable' },
    script: call,
    goal: {
      description: 'Service B reaches nobody, and says that it is out of order.',
      reached: (trace) => answers(trace, 503) === 1 && answers(trace, 200) === 0,
    },
    remedy: 'same-name',
    trouble: {
      code: 'failed to discover the issuer: fetch failed',
      cause: 'The address of the metadata or keys cannot be reached from where the API runs.',
      remedy:
        'Fetch that very address from the same container. Correct it, or make it reachable and its certificate trusted.',
    },
  },
  {
    id: 'staging-keys',
    title: 'The keys of another server',
    summary:
      'The keys come from the staging server, whose key has the same kid. The right key is looked for by its name, and is another one.',
    result: 'failure',
    settings: { configured: 'staging_keys' },
    script: call,
    goal: {
      description: 'Service B finds a key, and the signature does not verify.',
      reached: (trace) => failedCheck(trace, 'signature') && answers(trace, 401) === 1,
    },
    remedy: 'same-name',
    trouble: {
      code: 'signature verification failed',
      cause: 'The verifier has a key of that name, and it is not the one that signed: another server or an old secret.',
      remedy: 'Take the keys from the jwks_uri of the issuer that the token names.',
    },
  },
  {
    id: 'no-audience',
    title: 'No audience is configured',
    summary: 'The token is for Service B and says so. Nobody has told Service B who it is, and its library stops.',
    result: 'failure',
    settings: { audience: 'none' },
    script: call,
    goal: {
      description: 'Service B refuses a token that is right.',
      reached: (trace) => failedCheck(trace, 'not_configured') && answers(trace, 401) === 1,
    },
    remedy: 'same-name',
    trouble: {
      code: 'No audience is configured',
      cause: 'The verifier has nothing to compare aud with, and does not guess.',
      remedy: 'Give the verifier the audience that it stands for. Do not switch the check off.',
    },
  },
  {
    id: 'other-tenant',
    title: 'Asked at another tenant',
    summary: 'Service A is registered at acme, and asks the token endpoint of globex. Nobody knows it there.',
    result: 'failure',
    settings: { configured: 'common', issuer_check: 'tenants', asked_tenant: 'globex' },
    script: call,
    goal: {
      description: 'The token request is refused, and Service B is not called.',
      reached: (trace) => failedCheck(trace, 'client') && answers(trace, 200) + answers(trace, 401) === 0,
    },
    remedy: 'tenants',
    trouble: {
      code: 'The client is unknown, at another tenant',
      cause: 'A client is registered at one tenant or realm. At any other its client_id means nothing.',
      remedy: 'Take the endpoints from the discovery document of the tenant that the app is registered in.',
    },
  },
]
