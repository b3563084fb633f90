/** How Service A comes by a token. Questions are named as its code records them. */
import type { Flowchart } from '../../scenario-kit/contract.ts'

/** The decisions of the token cache. */
export const flowchart: Flowchart = {
  title: 'The token cache of Service A',
  nodes: [
    { id: 'job', label: 'A job needs a token', kind: 'start' },
    { id: 'cached', label: 'Is a token in the cache?', kind: 'question' },
    { id: 'fresh', label: 'Does it have more than the margin left until exp?', kind: 'question' },
    { id: 'under_way', label: 'Is a shared token request under way?', kind: 'question' },
    { id: 'wait', label: 'Wait for its response', kind: 'action' },
    { id: 'request', label: 'POST /token with client_id and client_secret', kind: 'action' },
    { id: 'answered', label: 'Did the server respond with a token?', kind: 'question' },
    { id: 'keep', label: 'Keep it in the cache until exp', kind: 'action' },
    { id: 'call', label: 'Call Service B with the token', kind: 'end' },
    { id: 'failed', label: 'The job fails with the server’s error', kind: 'end' },
  ],
  edges: [
    { from: 'job', to: 'cached' },
    { from: 'cached', to: 'fresh', answer: 'yes' },
    { from: 'cached', to: 'under_way', answer: 'no' },
    { from: 'fresh', to: 'call', answer: 'yes' },
    { from: 'fresh', to: 'under_way', answer: 'no' },
    { from: 'under_way', to: 'wait', answer: 'yes' },
    { from: 'under_way', to: 'request', answer: 'no' },
    { from: 'wait', to: 'answered' },
    { from: 'request', to: 'answered' },
    { from: 'answered', to: 'keep', answer: 'yes' },
    { from: 'answered', to: 'failed', answer: 'no' },
    { from: 'keep', to: 'call' },
  ],
}
