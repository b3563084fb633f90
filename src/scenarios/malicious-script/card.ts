/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'choose',
  question: 'Where are tokens safe from a script in my page?',
  symptoms: {
    'token-copied': 'My access token is used from a computer that I do not know',
    'refresh-token-copied': 'Somebody has been getting new tokens for hours, and nothing looks wrong',
    'tokens-followed': 'Refresh tokens are rotated, and are stolen all the same',
    'new-tokens': 'There are tokens for my app that it never asked for',
    'new-tokens-popup': 'A window opens for a moment, and somebody else has tokens',
    'through-browser': 'The log shows calls from my browser that I did not make',
  },
})
