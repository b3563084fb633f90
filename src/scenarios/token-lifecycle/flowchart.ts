/** What the app does about a 401; `client.ts` records its decisions under these ids. */
import type { Flowchart } from '../../scenario-kit/contract.ts'

/** From “API call returns 401” to the data, the failure, or the sign-in. */
export const flowchart: Flowchart = {
  title: 'API call returns 401',
  nodes: [
    { id: 'refused', label: 'API call returns 401', kind: 'start' },
    { id: 'refresh-token', label: 'Is there a refresh token?', kind: 'question' },
    { id: 'refresh', label: 'Refresh silently at the token endpoint', kind: 'action' },
    { id: 'refresh-answer', label: 'Does the server accept the refresh token?', kind: 'question' },
    { id: 'rotate', label: 'Keep the new tokens', kind: 'action' },
    { id: 'retry', label: 'Retry the API call, once', kind: 'action' },
    { id: 'retry-answer', label: 'What does the API say now?', kind: 'question' },
    { id: 'data', label: 'Data is shown', kind: 'end' },
    { id: 'failure', label: 'Failure is shown', kind: 'end' },
    { id: 'sign-in', label: 'Sign in again', kind: 'end' },
  ],
  edges: [
    { from: 'refused', to: 'refresh-token' },
    { from: 'refresh-token', to: 'refresh', answer: 'yes' },
    { from: 'refresh-token', to: 'sign-in', answer: 'no' },
    { from: 'refresh', to: 'refresh-answer' },
    { from: 'refresh-answer', to: 'rotate', answer: 'valid' },
    { from: 'refresh-answer', to: 'sign-in', answer: 'expired or revoked' },
    { from: 'rotate', to: 'retry' },
    { from: 'retry', to: 'retry-answer' },
    { from: 'retry-answer', to: 'data', answer: 'accepted' },
    { from: 'retry-answer', to: 'failure', answer: 'refused' },
  ],
}
