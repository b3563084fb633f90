/** Where the server itself rotates refresh tokens wrongly. A part of the causes in `refresh.ts`. */
import type { Cause } from '../contract.ts'

/** The most frequent one first. */
export const rotationCauses: readonly Cause[] = [
  {
    id: 'rotation-not-atomic',
    title: 'The server checks and rotates in two steps, so both of two refreshes win',
    codes: [],
    messages: [
      'two valid refresh tokens',
      'two refresh tokens',
      'non-atomic rotation',
      'read-then-write',
      'minted within the same millisecond',
      'both pass the check',
    ],
    tellApart:
      'Two refreshes at the same moment with one token both get 200, on a server with several nodes or threads. People are signed out later, at the next refresh.',
    fix: 'Consume the old token with one conditional write (compare and set), and issue only when it has changed a row.',
    runs: [{ scenario: 'server-race', outcome: 'read-then-write', says: 'The refresh token was used before.' }],
    evidence: [
      'nightscout/nocturne#326',
      'artifact-keeper/artifact-keeper#2813',
      'keycloak/keycloak#46054',
      'nirholas/three.ws#6',
    ],
  },
  {
    id: 'successor-not-stored',
    title: 'The old refresh token was retired, and its successor never stored',
    codes: [],
    messages: [
      "new one wasn't saved",
      'new one was not saved',
      'revoke and create',
      'two separate database commits',
      'two separate db writes',
      'while persisting a new refresh token',
    ],
    tellApart:
      'One refresh ends with 500, a timeout or a restart of the server, and every try after it with invalid_grant. The token of the sign-in was used once.',
    fix: 'At the server: retire the old token and store the new one in one statement or one transaction, so that the old one stays good until then.',
    runs: [{ scenario: 'server-race', outcome: 'lost-write', says: 'The refresh token was used before.' }],
    evidence: ['AuthGuard/AuthGuard#280', 'YehudaBriskman/WindoM#215', 'ory/hydra#1928'],
  },
  {
    id: 'rotation-compared-by-the-second',
    title: 'A used refresh token works again: the server compares whole seconds',
    codes: [],
    messages: ['same-second', 'same second', 'stale token replay', 'share the same iat'],
    tellApart:
      'Two refreshes fell into one second. The token between them is accepted again, and no reuse is reported; with a second in between it is refused.',
    fix: 'At the server: compare the token itself, or a counter that grows with each rotation. Keycloak does so from 26.8.0 on.',
    runs: [{ scenario: 'server-race', outcome: 'same-second' }],
    evidence: ['keycloak/keycloak#50999', 'keycloak/keycloak#51885'],
  },
]
