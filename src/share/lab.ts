/** What is asked of the policy lab, as the fragment of a URL: `lab/<scenario>`, and `/attack/<id>` or `/defence/<id>` behind it. */
import { type Decoded, failure } from './problem.ts'

/** A row or a column of a table. */
export interface LabQuestion {
  readonly about: 'attack' | 'defence'
  /** The outcome whose attack it is, or the name of the defence. */
  readonly id: string
}

/** A table, and what is asked of it; without that, the table as a whole. */
export interface LabPlace {
  /** The scenario whose attacks and defences these are. */
  readonly table: string
  readonly asked?: LabQuestion
}

const LINK = /^#?lab\/([a-z0-9-]+)(?:\/(attack|defence)\/([A-Za-z0-9-]+))?$/

/** How a link to the lab begins, alone or behind an address, also where a gateway has encoded it. */
const BEGINNING = /(?:^|#|%(?:25)?23)\s*lab(?:\/|%(?:25)?2f)/i

/** True for a fragment or an address that is meant to lead to the lab, whole or not. */
export function isLabLink(text: string): boolean {
  return BEGINNING.test(text.trim())
}

/** Writes a fragment, without the `#`. */
export function encodeLab({ table, asked }: LabPlace): string {
  return ['lab', table, ...(asked === undefined ? [] : [asked.about, asked.id])].join('/')
}

/** Reads a fragment, with or without its `#`. Only its form is checked: whether there is such a table, the caller knows. */
export function decodeLab(fragment: string): Decoded<LabPlace> {
  const [, table, about, id] = LINK.exec(fragment.trim()) ?? []
  if (table === undefined) {
    return failure(
      'not_a_link',
      'This is not a link to a table of the policy lab: such a link has lab/ and a scenario after the #, and perhaps /attack/ or /defence/ and its name. Copy the whole link again.',
    )
  }
  if (id === undefined) return { ok: true, shared: { table } }
  return { ok: true, shared: { table, asked: { about: about === 'attack' ? 'attack' : 'defence', id } } }
}
