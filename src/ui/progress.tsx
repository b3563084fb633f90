/** How far long work is, and a way out of it. */
import { Square } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import './progress.css'

/** What is done, out of `max`. */
export interface ProgressProps {
  /** What is counted: the accessible name. */
  readonly label: string
  readonly value: number
  readonly max: number
  /** The same in words, where there are any. */
  readonly children?: ReactNode
  onCancel(): void
}

/** A bar, its words, and Cancel. */
export function Progress({ label, value, max, children, onCancel }: ProgressProps) {
  return (
    <div className="progress">
      <progress aria-label={label} max={max} value={value} />
      {children !== undefined && <span>{children}</span>}
      <Button size="small" icon={<Square />} onClick={onCancel}>
        Cancel
      </Button>
    </div>
  )
}
