/** Names that a person has saved for runs of their own: what they may be called, and reading them where they were kept. */
import type { NamePreset } from '../../scenario-kit/names.ts'
import type { Settings } from '../../simulation/index.ts'

/** As long as the name of a preset may be, in characters. */
export const LONGEST_TITLE = 40

/** More presets than a list can show are none. */
const MOST_PRESETS = 30
const MOST_VALUES = 60
const LONGEST_VALUE = 200

/**
 * Why a preset cannot be called this; `undefined` when it can. One of the person's own is replaced by another of its name; `taken`
 * are presets that everybody has.
 */
export function titleProblem(
  title: string,
  own: readonly NamePreset[],
  taken: readonly NamePreset[] = [],
): string | undefined {
  const name = title.trim()
  if (name === '') return 'Give it a name.'
  if (name.length > LONGEST_TITLE) return `A name has at most ${LONGEST_TITLE} characters.`
  if (taken.some((preset) => preset.title === name)) return `“${name}” exists already; choose another name.`
  const isNew = own.every((preset) => preset.title !== name)
  return isNew && own.length >= MOST_PRESETS ? `There are ${MOST_PRESETS} already; delete one first.` : undefined
}

/** The presets in a list with one more, in place of the one that had its name. */
export function withPreset(own: readonly NamePreset[], preset: NamePreset): readonly NamePreset[] {
  return [...own.filter(({ title }) => title !== preset.title), preset]
}

/** Presets as they were kept. It may have been another version, or somebody with the console open: what does not fit is left out. */
export function readOwnNames(kept: unknown): readonly NamePreset[] {
  if (!Array.isArray(kept)) return []
  return kept.reduce<readonly NamePreset[]>((presets, candidate: unknown) => {
    const preset = readPreset(candidate)
    return preset === undefined || titleProblem(preset.title, presets) !== undefined
      ? presets
      : withPreset(presets, preset)
  }, [])
}

function readPreset(kept: unknown): NamePreset | undefined {
  if (typeof kept !== 'object' || kept === null || !('title' in kept) || !('values' in kept)) return undefined
  const { title, values } = kept
  return typeof title === 'string' && isSettings(values) ? { title: title.trim(), values } : undefined
}

function isSettings(values: unknown): values is Settings {
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return false
  const all = Object.values(values)
  return all.length <= MOST_VALUES && all.every((value) => typeof value === 'string' && value.length <= LONGEST_VALUE)
}
