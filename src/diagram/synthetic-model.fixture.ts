/** A sequence model of any length and credentials for it, for tests and measurements of the diagram. */
import { faceOf, type ShownCredential } from '../projections/credentials/faces.ts'
import type { Lane, SequenceModel, SequenceRow, WaitingRow } from '../projections/sequence/types.ts'
import type { DiagramCredentials } from './sequence-diagram.tsx'

const lanes: readonly Lane[] = [
  { id: 'browser', title: 'Browser', kind: 'browser' },
  { id: 'app', title: 'Frontend App', kind: 'app' },
  { id: 'server', title: 'Authorization Server', kind: 'server' },
  { id: 'api', title: 'Resource API', kind: 'server' },
]

/** One round: what each row says, from lane and to lane by their place. */
const script = [
  { kind: 'person', from: 0, to: 0, label: 'Alice presses “Sign in”', status: 'done', tone: 'neutral' },
  {
    kind: 'message',
    from: 0,
    to: 2,
    label: 'GET /authorize?response_type=code&client_i…',
    status: 'delivered',
    tone: 'ok',
  },
  { kind: 'message', from: 2, to: 0, label: '303 → /login', status: 'delivered', tone: 'ok' },
  {
    kind: 'message',
    from: 1,
    to: 2,
    label: 'POST /token grant_type=authorization_code',
    status: 'delivered',
    tone: 'ok',
  },
  { kind: 'message', from: 2, to: 1, label: '200 OK access_token, refresh_token', status: 'delivered', tone: 'ok' },
  { kind: 'clock', from: 0, to: 0, label: '+5 min', status: 'done', tone: 'neutral' },
  { kind: 'message', from: 1, to: 3, label: 'GET /orders', status: 'delivered', tone: 'ok' },
  { kind: 'message', from: 3, to: 1, label: '401 invalid_token', status: 'error', tone: 'error' },
  { kind: 'wire', from: 1, to: 2, label: 'changes code_verifier in POST /token', status: 'changed', tone: 'neutral' },
  { kind: 'message', from: 1, to: 2, label: 'POST /token grant_type=refresh_token', status: 'lost', tone: 'lost' },
] as const

function rowAt(index: number): SequenceRow {
  const line = script[index % script.length] ?? script[0]
  const from = lanes[line.from]
  const to = lanes[line.to]
  const step = index + 1
  return {
    index,
    step,
    kind: line.kind,
    from: from?.id ?? '',
    to: to?.id ?? '',
    label: line.label,
    text: line.label,
    status: line.status,
    tone: line.tone,
    isResponse: line.kind === 'message' && line.from > line.to,
    name: `Step ${step}: ${from?.title} to ${to?.title}, ${line.label}, ${line.status}`,
    time: index * 1000,
  }
}

const waiting: readonly WaitingRow[] = [
  {
    gate: 'app#1',
    exchange: 'app#1',
    direction: 'request',
    from: 'app',
    to: 'server',
    label: 'POST /token',
    text: 'POST /token',
    route: 'Frontend App → Authorization Server',
    name: 'POST /token from Frontend App to Authorization Server',
  },
  {
    gate: 'tab#2',
    exchange: 'tab#1',
    direction: 'response',
    from: 'api',
    to: 'app',
    label: '200 OK',
    text: '200 OK',
    route: 'Resource API → Frontend App',
    name: '200 OK from Resource API to Frontend App',
  },
]

/** A model of `count` rows, one each step, with two messages always waiting. */
export function createSyntheticModel(count: number): SequenceModel {
  const rows = Array.from({ length: count }, (_, index) => rowAt(index))
  return { lanes, rows, rowsAt: (step) => Math.max(0, Math.min(step, count)), waitingAt: () => waiting }
}

/** Two credentials on every message and four in every pocket: as many as a run of the scenarios shows at once. */
export function syntheticCredentials(): DiagramCredentials {
  const shown = ['access_token', 'refresh_token', 'id_token', 'session'].flatMap((artifact): ShownCredential[] => {
    const credential = faceOf({ artifact, name: `${artifact} 1` })
    return credential ? [{ credential, state: 'held' }] : []
  })
  const carried = shown.slice(0, 2)
  return {
    pockets: lanes.map(({ id }) => ({ actor: id, items: shown.map((item) => ({ ...item, isHeld: true })) })),
    cause: undefined,
    carriedBy: (row) => ('kind' in row && row.kind !== 'message' ? [] : carried),
    bringsFirst: () => false,
  }
}
