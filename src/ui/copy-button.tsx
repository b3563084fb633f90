/** Copies a text and says so. */
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button, type ButtonProps } from './button.tsx'
import { copyText } from './clipboard.ts'

/** What is copied, and what the button says before. */
export interface CopyButtonProps extends Omit<ButtonProps, 'onClick' | 'icon'> {
  readonly text: string
  readonly label: string
}

/** A button that puts a text on the clipboard; its word tells what became of it. */
export function CopyButton({ text, label, ...rest }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'refused'>('none')
  const copy = async () => {
    try {
      await copyText(text)
      setOutcome('copied')
    } catch {
      setOutcome('refused')
    }
  }
  const said = { none: label, copied: 'Copied', refused: 'Not allowed; select and copy it' }[outcome]
  return (
    <Button
      {...rest}
      icon={outcome === 'copied' ? <Check /> : <Copy />}
      onClick={copy}
      onBlur={() => setOutcome('none')}
    >
      {said}
    </Button>
  )
}
