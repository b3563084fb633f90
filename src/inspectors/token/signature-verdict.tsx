/** The outcome of the signature check, as soon as it is there. */
import { ShieldCheck, ShieldQuestion, ShieldX } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { SeenKeySet } from './key-sets.ts'
import { type Verdict, verifySignature } from './signature.ts'

const LOOKS = {
  verified: { Icon: ShieldCheck, word: 'Signature verified' },
  wrong: { Icon: ShieldX, word: 'Signature refused' },
  unknown: { Icon: ShieldQuestion, word: 'Not verified' },
} as const

/** Verifies a token and says what came of it. */
export function SignatureVerdict(props: { readonly token: string; readonly keySet: SeenKeySet | undefined }) {
  const { token } = props
  // Key sets are found anew at each step; as text equal ones are equal, and nothing is verified twice.
  const keySet = JSON.stringify(props.keySet)
  const [verdict, setVerdict] = useState<Verdict>()
  useEffect(() => {
    let isCurrent = true
    const parsed = keySet === undefined ? undefined : (JSON.parse(keySet) as SeenKeySet)
    void verifySignature(token, parsed).then((found) => {
      if (isCurrent) setVerdict(found)
    })
    return () => {
      isCurrent = false
    }
  }, [token, keySet])
  if (verdict === undefined) return <p className="verdict">The signature is being checked.</p>
  const { Icon, word } = LOOKS[verdict.outcome]
  return (
    <div className="verdict" data-outcome={verdict.outcome}>
      <Icon aria-hidden="true" />
      <p>
        <strong>{word}.</strong> {verdict.message}
      </p>
    </div>
  )
}
