/** Why an app on a phone is signed out although it locks its refresh, or refreshes once: it sleeps, and its extension does not. */
import type { Cause } from '../contract.ts'

/** The most frequent one first. */
export const phoneCauses: readonly Cause[] = [
  {
    id: 'app-suspended-in-refresh',
    title: 'The app was suspended in mid-refresh, and its extension spent the same token',
    codes: [],
    messages: [
      'suspended mid-refresh',
      'suspended in mid-refresh',
      'frozen in mid-refresh',
      'rotated by the nse',
      'nse rotated',
      'nse refreshed token',
      'between the app and its extensions',
      'between app and extensions',
    ],
    tellApart:
      'People on phones, after a notification, a share sheet or a widget, when they had left the app a moment before. The server’s log has two refreshes with one token, from one device.',
    traits: { moment: 'later', rhythm: 'irregular' },
    fix: 'One lock for app and extension, in the store that both share, without a lease: a lease ends while its holder sleeps. Whoever does not get it in time sends nothing. Ask the system for time, so that a refresh that has begun is finished.',
    runs: [
      { scenario: 'lost-response', outcome: 'suspended', says: 'The refresh token was used before.' },
      { scenario: 'lost-response', outcome: 'lease-over', says: 'The refresh token was used before.' },
    ],
    evidence: ['matrix-org/matrix-rust-sdk#6794', 'matrix-org/matrix-rust-sdk#2440', 'Infomaniak/ios-kDrive#78'],
  },
  {
    id: 'app-refreshed-from-memory',
    title: 'The app refreshed with tokens from its memory, after its extension had renewed them',
    codes: [],
    messages: [
      'between app and file provider',
      'token renewal from files app',
      'widget refreshes tokens',
      'always fetch stored token',
    ],
    tellApart:
      'The app is signed out when it is opened after its extension, widget or file provider was used. The store has good tokens; the app sent others.',
    traits: { moment: 'later' },
    fix: 'Read the store before every refresh, under the lock, and use what is there if it is good. When a refresh is refused, look again before anything is thrown away.',
    runs: [{ scenario: 'lost-response', outcome: 'from-memory', says: 'The refresh token was used before.' }],
    evidence: [
      'opencloud-eu/ios#43',
      'owncloud/ios-app#501',
      'Infomaniak/ios-kDrive#1801',
      'box/box-ios-sdk#503',
      'polarsource/polar#12648',
    ],
  },
  {
    id: 'phone-ended-app-with-lock',
    title: 'iOS ended the app, which was suspended with a lock of the system',
    codes: [],
    messages: ['0xdead10cc', 'suspended with locked system files'],
    tellApart:
      'The crash log names RUNNINGBOARD (SPRINGBOARD on older systems) and no line of the app. It happens soon after the app was left. Where a refresh ran inside of the lock, a new sign-in follows.',
    fix: 'Call beginBackgroundTask before the lock is taken, and endBackgroundTask when it is free; in an extension beginActivity. That iOS ends such apps is Apple’s policy.',
    runs: [{ scenario: 'lost-response', outcome: 'ended', says: 'The refresh token was used before.' }],
    evidence: ['deltachat/deltachat-ios#1202', 'damus-io/damus#2638', 'groue/GRDB.swift#998', 'LoopKit/Loop#1356'],
  },
]
