/** What the person looks at, and how. */

import type { LabPlace } from '../../share/index.ts'
import { selectTheme } from '../selectors/theme.ts'
import { type Change, commit, current } from '../state/store.ts'
import { type CompactPane, type DialogId, SPEEDS, type Speed, type ThemeChoice } from '../state/view.ts'

/** Selects a row of the diagram everywhere; without an index the newest one. */
export function selectRow(picked: number | undefined): void {
  commit({ view: { picked } })
}

/** Selects an artifact everywhere, with a row that is about it. */
export function selectArtifact(row: number, name: string): void {
  commit({ view: { picked: row, pickedArtifact: { row, name } } })
}

/** Shows another view of the run. */
export function showView(viewTab: string): void {
  commit({ view: { viewTab, storageArtifact: undefined } })
}

/** Shows where an artifact is kept, and where it belongs. */
export function showStorage(storageArtifact: string): void {
  commit({ view: { viewTab: 'storage', storageArtifact, compactPane: 'diagram' } })
}

/** Asks something of the policy lab, and shows it. */
export function showLab(lab: LabPlace): void {
  commit({ view: { viewTab: 'lab', lab, compactPane: 'diagram' } })
}

/** Shows what the tokens of the run may do. */
export function showAuthorization(): void {
  commit({ view: { viewTab: 'authorization', compactPane: 'diagram' } })
}

/** Shows another inspector. */
export function showInspector(inspectorTab: string): void {
  commit({ view: { inspectorTab } })
}

/** Shows another pane where there is room for one only. */
export function showPane(compactPane: CompactPane): void {
  commit({ view: { compactPane } })
}

/** Keeps the sizes of a group of panes. */
export function resizePanes(group: string, sizes: Readonly<Record<string, number>>): void {
  commit({ view: { paneSizes: { ...current().view.paneSizes, [group]: sizes } } })
}

/** Keeps the signatures of tokens in exports, or leaves them out. */
export function keepSignatures(exportsSignatures: boolean): void {
  commit({ view: { exportsSignatures } })
}

/** Writes the address of the run at the foot of exported pictures, or leaves the foot out. */
export function writeAddress(exportsAddress: boolean): void {
  commit({ view: { exportsAddress } })
}

/** Opens a dialog. */
export function openDialog(dialog: DialogId): void {
  commit({ view: { dialog } })
}

/** Opens the editor of a held request. */
export function editRequest(editedGate: string): void {
  commit({ view: { editedGate } })
}

/** Closes whatever dialog is open. */
export function closeDialog(): void {
  // What was searched for may have been a token.
  commit({ view: { dialog: undefined, editedGate: undefined, search: '' } })
}

/** Follows the system, or not. */
export function chooseTheme(theme: ThemeChoice): void {
  commit({ view: { theme } })
}

/** The other one of the two themes. */
export function toggleTheme(): void {
  commit({ view: { theme: selectTheme(current()) === 'dark' ? 'light' : 'dark' } })
}

/** Opens the search, with a text that was pasted elsewhere. */
export function openSearch(search = ''): void {
  commit({ view: { dialog: 'search', search: onOneLine(search) } })
}

/** Notes what the page around the player asks for. */
export function showGivenTheme(givenTheme: 'light' | 'dark'): void {
  commit({ view: { givenTheme } })
}

/** Notes what the system prefers. */
export function showSystemTheme(isSystemDark: boolean): void {
  commit({ view: { isSystemDark } })
}

/** The next faster or slower pace, if there is one. */
export function shiftSpeed(direction: 1 | -1): void {
  const speed = SPEEDS[SPEEDS.indexOf(current().view.speed) + direction]
  if (speed !== undefined) commit({ view: { speed } })
}

/** What is searched for now. */
export function searchFor(search: string): void {
  commit({ view: { search: onOneLine(search) } })
}

/** The longest text that is searched for, in characters. */
const LONGEST_SEARCH = 100_000

/** A text as it stands in a field of one line. */
function onOneLine(text: string): string {
  return text.slice(0, LONGEST_SEARCH).replace(/[\r\n\t]+/g, ' ')
}

/** Takes over what this browser has kept. */
export function restoreHabits({ view, presenter }: Pick<Change, 'view' | 'presenter'>): void {
  commit({ view: view ?? {}, presenter: presenter ?? {} })
}

/** Plays at a given pace. */
export function chooseSpeed(speed: Speed): void {
  commit({ view: { speed } })
}
