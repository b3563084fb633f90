/** The ways through the flow, each one reached by doing it. */
import type { MessagePattern, Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { countAnswers, countMessages, failedCheck, passedCheck } from '../../scenario-kit/goals.ts'

const REDEEM: MessagePattern = { parameters: { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer' } }
const RELEASE: MessagePattern = { path: '/releases' }

const play: ScriptLine = { type: 'play' }
const run: ScriptLine[] = [{ type: 'act', action: 'run-job' }, play]
const strangersRun: ScriptLine[] = [{ type: 'act', action: 'run-stranger' }, play]
const takeName: ScriptLine = { type: 'act', action: 'take-name' }

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'no-secret',
    title: 'Deployed without a secret',
    summary:
      'The platform says which repository the job belongs to. The authorization server believes it and gives an access token.',
    result: 'success',
    script: run,
    goal: {
      description: 'The release is made, and no request had a client secret.',
      reached: (trace) =>
        countAnswers(trace, { ...RELEASE, sender: 'job' }, 200) === 1 &&
        !JSON.stringify(trace).includes('client_secret='),
    },
  },
  {
    id: 'prefix',
    title: 'The trust policy matches too much',
    summary:
      'The registration trusts every subject that begins with repo:acme. Somebody opens an organisation called acme-evil.',
    result: 'failure',
    settings: { trust: 'prefix' },
    script: [...run, ...strangersRun],
    goal: {
      description: 'The Deploy API makes a release for somebody else’s repository.',
      reached: (trace) => countAnswers(trace, { ...RELEASE, sender: 'attacker' }, 200) === 1,
    },
    remedy: 'prefix-closed',
    trouble: {
      code: 'sub matched by prefix',
      cause: 'Everybody can register on a shared platform, and choose a name that begins as yours does.',
      remedy: 'Compare the whole sub, and an id that the platform never gives out twice.',
    },
  },
  {
    id: 'prefix-closed',
    title: 'The whole subject is compared',
    summary: 'The same job of acme-evil. Its subject is another one, and so it gets nothing.',
    result: 'success',
    settings: { trust: 'exact' },
    script: [...run, ...strangersRun],
    goal: {
      description: 'The assertion is valid, the subject is not named, and nothing is released.',
      reached: (trace) =>
        passedCheck(trace, 'assertion') &&
        failedCheck(trace, 'assertion_subject') &&
        countMessages(trace, { ...RELEASE, sender: 'attacker' }) === 0,
    },
    trouble: {
      code: 'invalid_grant (subject)',
      cause:
        'The sub of the platform’s token is not the one that is registered: another branch, environment or repository.',
      remedy: 'Read the sub in the token and register exactly that one.',
    },
  },
  {
    id: 'recycled',
    title: 'A name that somebody else has now',
    summary:
      'Acme gives up the name acme/webshop, and somebody takes it. The subject is the same, character by character.',
    result: 'failure',
    settings: { trust: 'exact' },
    script: [...run, takeName, ...strangersRun],
    goal: {
      description: 'The Deploy API makes a release for whoever has the name now.',
      reached: (trace) => countAnswers(trace, { ...RELEASE, sender: 'attacker' }, 200) === 1,
    },
    remedy: 'immutable-id',
    trouble: {
      code: 'sub of a recycled name',
      cause: 'A name can be renamed, deleted and registered again. Whoever has it next has its subject.',
      remedy: 'Compare an immutable id too, such as repository_id, and remove registrations that are no longer used.',
    },
  },
  {
    id: 'immutable-id',
    title: 'The id gives it away',
    summary:
      'The same name, taken by the same stranger. The repository’s id is another one, and ids are never given out twice.',
    result: 'success',
    script: [...run, takeName, ...strangersRun],
    goal: {
      description: 'The assertion is valid, the id is not the registered one, and nothing is released.',
      reached: (trace) =>
        passedCheck(trace, 'assertion') &&
        failedCheck(trace, 'assertion_subject') &&
        countMessages(trace, { ...RELEASE, sender: 'attacker' }) === 0,
    },
  },
  {
    id: 'wrong-audience',
    title: 'A token for somebody else',
    summary:
      'The job has asked its platform for a token for a cloud provider, and shows it to the authorization server.',
    result: 'failure',
    settings: { audience: 'https://cloud.example' },
    script: run,
    goal: {
      description: 'The assertion is refused with invalid_grant.',
      reached: (trace) => failedCheck(trace, 'assertion') && countAnswers(trace, REDEEM, 400) === 1,
    },
    remedy: 'no-secret',
    trouble: {
      code: 'invalid_grant (aud)',
      cause: 'The platform’s token names another audience, often the platform’s default.',
      remedy: 'Ask the platform for a token with the issuer of the authorization server as its audience.',
    },
  },
  {
    id: 'expired',
    title: 'Asked for too early',
    summary: 'The job fetches its token first and builds then. When it gets round to deploying, the token has expired.',
    result: 'failure',
    script: [
      { type: 'act', action: 'run-job' },
      { type: 'play', until: { ...REDEEM, direction: 'request' } },
      { type: 'delay', message: REDEEM, seconds: 300 },
      play,
    ],
    goal: {
      description: 'The assertion is refused: it has expired.',
      reached: (trace) => failedCheck(trace, 'assertion') && countAnswers(trace, REDEEM, 400) === 1,
    },
    remedy: 'no-secret',
    trouble: {
      code: 'invalid_grant (exp)',
      cause: 'The platform’s token lives for minutes and was fetched long before it was needed.',
      remedy: 'Fetch it right before the token request; a pod reads its token file anew each time.',
    },
  },
  {
    id: 'not-granted',
    title: 'The job may not ask',
    summary:
      'Nobody has granted the job an identity token. The platform gives it none, and nothing is sent anywhere else.',
    result: 'failure',
    settings: { may_ask: false },
    script: run,
    goal: {
      description: 'The platform refuses, and the authorization server hears nothing.',
      reached: (trace) => failedCheck(trace, 'job_permission') && countMessages(trace, REDEEM) === 0,
    },
    remedy: 'no-secret',
    trouble: {
      code: 'Unable to get an identity token for the job',
      cause: 'The permission is missing in the file of the job, or the job was sent by a fork, which never gets one.',
      remedy: 'Grant it to the workflow or the job (GitHub Actions: permissions, id-token: write).',
    },
  },
  {
    id: 'sub-changed',
    title: 'The platform writes its subjects in another form',
    summary:
      'The platform now puts ids behind the names in sub. It is the same repository and the same job, and the registration still has the old form.',
    result: 'failure',
    settings: { subject_form: 'ids' },
    script: run,
    goal: {
      description: 'The assertion is valid, and its subject is not the registered one.',
      reached: (trace) =>
        passedCheck(trace, 'assertion') &&
        failedCheck(trace, 'assertion_subject') &&
        countAnswers(trace, REDEEM, 400) === 1,
    },
    remedy: 'sub-registered-anew',
    trouble: {
      code: 'Not authorized to perform sts:AssumeRoleWithWebIdentity, for new or renamed repositories only',
      cause:
        'The form of sub depends on the platform, and on when the repository was made: GitHub writes repo:owner@id/name@id for new ones since July 2026.',
      remedy: 'Print the sub of a token in the job, and register that.',
    },
  },
  {
    id: 'sub-registered-anew',
    title: 'The new form is registered',
    summary:
      'The registration has the subject as the platform writes it now. With ids in it no stranger can take it over.',
    result: 'success',
    settings: { subject_form: 'ids', registered_form: 'ids' },
    script: run,
    goal: {
      description: 'The release is made.',
      reached: (trace) => countAnswers(trace, { ...RELEASE, sender: 'job' }, 200) === 1,
    },
  },
]
