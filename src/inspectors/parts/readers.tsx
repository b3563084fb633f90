/** Who can read a place: an eye that is open or shut, a word for how far, and a sentence. */
import { Eye, EyeOff, LockKeyhole, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { Exposure } from '../../projections/storage/index.ts'
import './readers.css'

const EXPOSURES: Readonly<Record<Exposure, { readonly Icon: LucideIcon; readonly word: string }>> = {
  attacker: { Icon: TriangleAlert, word: 'Taken' },
  onlookers: { Icon: Eye, word: 'In sight of others' },
  scripts: { Icon: Eye, word: 'Open to scripts' },
  operator: { Icon: LockKeyhole, word: 'Server only' },
  browser: { Icon: EyeOff, word: 'Browser only' },
  owner: { Icon: LockKeyhole, word: 'Owner of the device' },
  public: { Icon: Eye, word: 'Public' },
}

/** The line beneath a place’s name. */
export function Readers({ exposure, text }: { readonly exposure: Exposure; readonly text: string }) {
  const { Icon, word } = EXPOSURES[exposure]
  return (
    <p className="readers" data-exposure={exposure}>
      <Icon className="readers-eye" aria-hidden="true" />
      <span>
        <strong className="readers-word">{word}.</strong> {text}
      </span>
    </p>
  )
}
