/** Any JSON value as a tree that opens and closes; changed members are marked in a word. */
import type { Json } from '../../lib/json.ts'
import { Folded } from './folded.tsx'

interface JsonTreeProps {
  readonly value: Json
  /** Where the value stands: a JSON Pointer (RFC 6901). */
  readonly path?: string
  /** How the value at a path differs from the step before; `undefined` when it does not. */
  changeOf?(path: string): 'new' | 'changed' | undefined
  /** How many levels are open at first. */
  readonly openLevels?: number
}

/** A tree of members. */
export function JsonTree({ value, path = '', changeOf, openLevels = 1 }: JsonTreeProps) {
  if (!isContainer(value)) return <Scalar value={value} />
  const members = Object.entries(value)
  if (members.length === 0) return <span className="tree-scalar">{Array.isArray(value) ? '[]' : '{}'}</span>
  return (
    <ul className="tree">
      {members.map(([key, member = null]) => {
        const memberPath = `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
        const change = changeOf?.(memberPath)
        const below = {
          value: member,
          path: memberPath,
          openLevels: openLevels - 1,
          ...(changeOf !== undefined && { changeOf }),
        }
        return (
          <li key={key} data-change={change}>
            {isContainer(member) && Object.keys(member).length > 0 ? (
              <details open={openLevels > 0}>
                <summary>
                  <Key name={key} change={change} /> <span className="tree-count">{countOf(member)}</span>
                </summary>
                <JsonTree {...below} />
              </details>
            ) : (
              <>
                <Key name={key} change={change} /> <JsonTree {...below} />
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Key({ name, change }: { readonly name: string; readonly change: 'new' | 'changed' | undefined }) {
  return (
    <>
      <span className="tree-key">{name}</span>
      {change !== undefined && <span className="change">{change}</span>}
    </>
  )
}

function Scalar({ value }: { readonly value: Json }) {
  return (
    <span className="tree-scalar" data-type={value === null ? 'null' : typeof value}>
      {typeof value === 'string' ? <Folded text={value} /> : String(value)}
    </span>
  )
}

function isContainer(value: Json): value is readonly Json[] | { readonly [key: string]: Json | undefined } {
  return typeof value === 'object' && value !== null
}

function countOf(value: object): string {
  const count = Object.keys(value).length
  const unit = Array.isArray(value) ? 'item' : 'member'
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
