/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'understand',
  question: 'Why does a link in a mail sign in, and then again not?',
  symptoms: {
    'other-device': 'PKCE code verifier not found, when the mail is read on the phone',
    'scanner-first': 'Email link is invalid or has expired, at the first click',
    'scanner-presses': 'The link in the mail is used up, and its page has a button',
    forwarded: 'Whoever I forward the sign-in mail to is signed in as me',
    'attacker-began': 'A sign-in mail that I did not ask for, and somebody is signed in as me',
    expired: 'The link in yesterday’s mail does not work any more',
  },
})
