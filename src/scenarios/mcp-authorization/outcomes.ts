/** The ways through the flow: a server that is met for the first time, and what stops a client on the way. */
import type { Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { countAnswers, countMessages, failedCheck, passedCheck, shows } from '../../scenario-kit/goals.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import type { Trace } from '../../simulation/index.ts'

const play: ScriptLine = { type: 'play' }
const press = (form: string): ScriptLine[] => [{ type: 'submit', window: 'tab', form, fields: {} }, play]
const enterPassword: ScriptLine[] = [{ type: 'submit', window: 'tab', form: 'sign-in', fields: ADA }, play]
const approve: ScriptLine[] = [
  { type: 'submit', window: 'tab', form: 'consent', fields: { decision: 'approve' } },
  play,
]
const listed: ScriptLine[] = [play, ...press('list'), ...enterPassword, ...approve]

/** Codes that were exchanged: how often Ada's browser was sent to the authorization server, and came back with one. */
const authorizations = (trace: Trace) =>
  countMessages(trace, { direction: 'request', parameters: { grant_type: 'authorization_code' } })
const refusedForScope = (trace: Trace) => countAnswers(trace, { sender: 'app', host: 'mcp.example' }, 403)

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'happy',
    title: 'A server that is met for the first time',
    summary:
      'The MCP server says whose tokens it takes. The authorization server reads who the client is from the client’s own document. Nobody registered anything.',
    result: 'success',
    script: listed,
    goal: {
      description: 'The notes are shown, to a client that was never registered.',
      reached: (trace) =>
        shows(trace, 'tab', 'Buy milk') &&
        passedCheck(trace, 'client_id_metadata_document') &&
        // One of them: the token request.
        countMessages(trace, { direction: 'request', sender: 'app', method: 'POST', host: 'auth.example' }) === 1,
    },
  },
  {
    id: 'origin-as-resource',
    title: 'The origin is not the resource',
    summary:
      'Two MCP servers share a host. The client finds every document and signs nobody in: it names the host as the resource, and there is no such resource.',
    result: 'failure',
    settings: { resource: 'origin' },
    script: [play, ...press('list')],
    goal: {
      description: 'The client is told invalid_target.',
      reached: (trace) => failedCheck(trace, 'resource') && shows(trace, 'tab', 'invalid_target'),
    },
    remedy: 'happy',
    trouble: {
      code: 'invalid_target',
      cause:
        'This server compares the resource parameter character by character with what it issues tokens for; that is policy, and MCP would have it accept scheme and host in upper case. The origin, or a slash more, is another resource.',
      remedy: 'Send the resource member of the protected resource metadata as it stands, in both requests.',
    },
  },
  {
    id: 'registration-refused',
    title: 'Registering where a document is wanted',
    summary:
      'An older client registers wherever it goes. This server registers nobody without an announcement; the metadata said that it takes a document instead.',
    result: 'failure',
    settings: { identifies: 'registration' },
    script: [play, ...press('list')],
    goal: {
      description: 'The registration is answered with 401, and the client gives up.',
      reached: (trace) =>
        countAnswers(trace, { sender: 'app', method: 'POST', host: 'auth.example' }, 401) === 1 &&
        shows(trace, 'tab', 'registration_refused'),
    },
    remedy: 'happy',
    trouble: {
      code: '401 at the registration endpoint',
      cause: 'Registration by everybody is closed. MCP has deprecated it in favour of client ID metadata documents.',
      remedy:
        'Host a metadata document and send its address as client_id where client_id_metadata_document_supported is true.',
    },
  },
  {
    id: 'step-up-union',
    title: 'Step-up that keeps what it had',
    summary:
      'Deleting needs another scope. The challenge names only that one; the client asks for it and for what it had before, so listing goes on working.',
    result: 'success',
    script: [...listed, ...press('delete'), ...approve, ...press('list')],
    goal: {
      description: 'One 403, two authorizations, and the list is there at the end.',
      reached: (trace) =>
        refusedForScope(trace) === 1 && authorizations(trace) === 2 && shows(trace, 'tab', 'Call Charles'),
    },
  },
  {
    id: 'step-up-drops',
    title: 'Step-up that drops what it had',
    summary:
      'The client asks only for what the challenge names. Now it may delete, but no longer list: each of the two takes the other away.',
    result: 'failure',
    settings: { step_up_scope: 'challenge' },
    script: [...listed, ...press('delete'), ...approve, ...press('list')],
    goal: {
      description: 'What worked before the step-up is answered with 403, and Ada’s browser is sent away a third time.',
      reached: (trace) => refusedForScope(trace) === 2 && authorizations(trace) === 3,
    },
    remedy: 'step-up-union',
    trouble: {
      code: 'insufficient_scope',
      cause:
        'A challenge need name no more than this one call needs. A token that was asked for with that alone has lost everything else.',
      remedy: 'Ask for the union of what was requested before and what the challenge names.',
    },
  },
  {
    id: 'step-up-loop',
    title: 'Step-up that could go on for ever',
    summary:
      'The MCP server wants a scope that the authorization server ignores. Each new token is refused like the last; after two, the client stops.',
    result: 'failure',
    settings: { delete_scope: 'notes:admin', unoffered_scope: 'ignored' },
    script: [...listed, ...press('delete')],
    goal: {
      description: 'Two more authorizations without a page, then the client says that it gives up.',
      reached: (trace) =>
        refusedForScope(trace) === 3 && authorizations(trace) === 3 && shows(trace, 'tab', 'still not satisfied'),
    },
    remedy: 'step-up-union',
    trouble: {
      code: 'Too many redirects to the authorization server',
      cause:
        'The server asks for a scope that is never granted. A session and a remembered consent answer at once, so nothing stops the loop but the client.',
      remedy:
        'Count the authorizations of one call, and treat the last refusal as final. Compare the scope of the token response.',
    },
  },
  {
    id: 'issuer-mismatch',
    title: 'Metadata of somebody else, by a slash',
    summary:
      'The MCP server names its authorization server with a slash at the end. The metadata found there have none, so the client may not use them.',
    result: 'failure',
    settings: { named_issuer: 'https://auth.example/' },
    script: [play, ...press('list')],
    goal: {
      description: 'The client refuses the metadata, and Ada sees no sign-in page.',
      reached: (trace) => failedCheck(trace, 'metadata_issuer') && shows(trace, 'tab', 'metadata_issuer_mismatch'),
    },
    remedy: 'happy',
    trouble: {
      code: 'Issuer in the metadata does not match',
      cause:
        'The issuer must be identical to the one that the well-known address was made from (RFC 8414 §3.3). A slash is a difference; without the rule, anybody could pass for an honest server.',
      remedy: 'Copy the issuer from the server’s metadata into authorization_servers, character by character.',
    },
  },
  {
    id: 'no-pkce',
    title: 'A server that does not say S256',
    summary:
      'The metadata name no code challenge method. The client cannot know whether its challenge would count, and goes no further.',
    result: 'failure',
    settings: { pkce: false },
    script: [play, ...press('list')],
    goal: {
      description: 'The client refuses the server before it sends anybody there.',
      reached: (trace) => failedCheck(trace, 'pkce_unsupported') && shows(trace, 'tab', 'pkce_unsupported'),
    },
    remedy: 'happy',
    trouble: {
      code: 'code_challenge_methods_supported is missing',
      cause:
        'A server that ignores PKCE accepts a challenge in silence. The metadata are the only way to tell, and MCP clients must refuse without them.',
      remedy: 'Support S256, and say so in code_challenge_methods_supported, also in the OpenID Connect document.',
    },
  },
]
