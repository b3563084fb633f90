/** Why a refresh hangs, or fails, although the tabs lock it. */
import type { Cause } from '../contract.ts'

/** The most frequent one first. */
export const refreshLockCauses: readonly Cause[] = [
  {
    id: 'refresh-lock-held-by-frozen-tab',
    title: 'A tab that the browser has stopped keeps the refresh lock',
    codes: [],
    messages: [
      'exclusive navigator lockmanager lock',
      'navigatorlockacquiretimeouterror',
      'lockacquiretimeouterror',
      'was not released within',
      'forcefully acquiring the lock to recover',
      'waited for over 10s to acquire an auth client lock',
      'infinite timeouts for lock acquisition',
    ],
    tellApart:
      'The app hangs after a switch of tabs or a wake-up: no request, no error, or one that names a lock. Closing the other tabs mends it. Memory and energy savers, phones and laptops that sleep stop tabs.',
    fix: 'Ask for the lock with a signal that ends the waiting. Then read the tokens again; where they are still the old ones, ask the person. Do not refresh without the lock.',
    runs: [{ scenario: 'two-tabs-race', outcome: 'frozen' }],
    evidence: [
      'supabase/supabase-js#2426',
      'supabase/supabase-js#1594',
      'supabase/supabase-js#2013',
      'supabase/supabase-js#936',
      'supabase/supabase-js#2402',
    ],
  },
  {
    id: 'refresh-lock-stolen',
    title: 'The refresh lock was stolen, and two tabs spent one token',
    codes: [],
    messages: ['lock broken by another request', 'steal cascade'],
    tellApart:
      'The console has an AbortError that names “steal”. To steal a lock does not stop the one who had it: its refresh has been sent, or will be.',
    fix: 'Do not steal a refresh lock. Limit the waiting for it, and the request inside of it, and read the tokens again after either.',
    runs: [{ scenario: 'two-tabs-race', outcome: 'stolen', says: 'The refresh token was used before.' }],
    evidence: ['supabase/supabase-js#2178', 'supabase/supabase-js#2106', 'aermin/web-locks#46'],
  },
  {
    id: 'refresh-lock-without-answer',
    title: 'A request without a limit runs inside of the refresh lock',
    codes: [],
    messages: ['getsession() hangs', 'getsession hangs', 'getsession never resolves'],
    tellApart:
      'One request stays pending in the network panel, and every tab waits. It begins when the network was gone for a moment.',
    fix: 'Give the request a limit (AbortSignal.timeout), so that the lock is given back. Whoever gets it next reads the tokens again.',
    runs: [{ scenario: 'two-tabs-race', outcome: 'no-answer' }],
    evidence: ['supabase/auth-js#762', 'supabase/supabase-js#2013', 'supabase/supabase-js#2235'],
  },
  {
    id: 'loser-clears-tokens',
    title: 'The tab that lost the race threw the new tokens away',
    codes: [],
    messages: ['its successor stays good'],
    tellApart:
      'The server’s log has one refresh that worked and one that was refused, and nothing revoked. Even so the stored tokens are gone, in every tab or process.',
    traits: { moment: 'later', tabs: 'several' },
    fix: 'When a refresh is refused, read the stored tokens again, and clear them only if they are still those that you sent. Lock the refresh as well.',
    runs: [{ scenario: 'two-tabs-race', outcome: 'loser-clears', says: 'Its successor stays good.' }],
    evidence: ['NousResearch/hermes-agent#94846'],
  },
]
