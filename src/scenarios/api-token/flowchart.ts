/** When the client renews its token and repeats a call; `client.ts` records its decisions under these ids. */
import type { Flowchart } from '../../scenario-kit/contract.ts'

/** From the call to the data, the error, or the token request that begins anew. */
export const flowchart: Flowchart = {
  title: 'A call, and its retry after a 401',
  nodes: [
    { id: 'call', label: 'The client calls the API Server', kind: 'start' },
    { id: 'bearer', label: 'Is the credential a bearer token?', kind: 'question' },
    { id: 'fresh', label: 'Is there one that is valid by expires_in?', kind: 'question' },
    { id: 'answer', label: 'Send the call: what is the response?', kind: 'question' },
    { id: 'again', label: 'Is a retry left?', kind: 'question' },
    { id: 'refresh-token', label: 'Renew the token: is there a refresh token?', kind: 'question' },
    { id: 'renewed', label: 'POST /token: are there new tokens?', kind: 'question' },
    { id: 'data', label: 'The data', kind: 'end' },
    { id: 'error', label: 'The error that the API Server describes', kind: 'end' },
    { id: 'anew', label: 'Get a new token', kind: 'end' },
  ],
  edges: [
    { from: 'call', to: 'bearer' },
    { from: 'bearer', to: 'fresh', answer: 'yes' },
    { from: 'bearer', to: 'answer', answer: 'no' },
    { from: 'fresh', to: 'answer', answer: 'yes' },
    { from: 'fresh', to: 'refresh-token', answer: 'no' },
    { from: 'answer', to: 'data', answer: 'data' },
    { from: 'answer', to: 'again', answer: '401 for the token' },
    { from: 'answer', to: 'error', answer: 'another error' },
    { from: 'again', to: 'refresh-token', answer: 'yes' },
    { from: 'again', to: 'error', answer: 'no' },
    { from: 'refresh-token', to: 'renewed', answer: 'yes: grant_type=refresh_token' },
    { from: 'refresh-token', to: 'renewed', answer: 'no: grant_type=client_credentials' },
    { from: 'renewed', to: 'answer', answer: 'yes' },
    { from: 'renewed', to: 'anew', answer: 'no' },
  ],
}
