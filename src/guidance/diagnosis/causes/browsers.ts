/** What a browser keeps apart, so that one page does not find what another one has written. */
import type { Cause } from '../contract.ts'

/** The most frequent one first. */
export const browserCauses: readonly Cause[] = [
  {
    id: 'storage-partitioned',
    title: 'A page on another site keeps the sign-in in its storage, and has another storage in a frame',
    codes: ['missing_initial_state'],
    messages: ['missing initial state', 'sessionstorage is inaccessible', 'storage-partitioned browser environment'],
    tellApart:
      'The sign-in itself works. It fails when the app asks the helper for the result, in Chrome as well, and not where helper and app are on one site.',
    traits: { moment: 'sign-in', browser: 'every' },
    fix: 'Serve the helper from a host of the app’s own site (for Firebase: a custom authDomain, or a proxy for /__/auth), or sign in by a popup or without the helper.',
    runs: [
      {
        scenario: 'silent-renewal',
        outcome: 'missing-state',
        says: 'Unable to process request due to missing initial state',
      },
    ],
    evidence: ['firebase/firebase-js-sdk#8329', 'firebase/firebase-js-sdk#4256'],
  },
]
