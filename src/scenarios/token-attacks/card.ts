/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'understand',
  question: 'What must an API look at before it believes a token?',
  symptoms: {
    unsigned: 'A scanner says that our API takes tokens without a signature',
    confused: 'A scanner says that HS256 works with our public key',
    ownKey: 'The API fetches keys from an address that nobody knows',
    keyInToken: 'A scanner says that the API takes a jwk in the header',
    keyFile: 'A token has a kid with ../ in it, and passes',
    otherApi: 'A token of another service works at ours',
    idToken: 'The API takes ID tokens',
    namedLikeAPerson: 'A service account sees a person’s data',
    header: 'A header is enough to be somebody else',
  },
})
