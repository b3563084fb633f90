/** The field and the list beneath it. */
import { Autocomplete } from '@base-ui/react/autocomplete'
import { BookOpen, Braces, CirclePlay, Command, Library, Search, Stethoscope, TriangleAlert } from 'lucide-react'
import type { ClipboardEvent } from 'react'
import type { RankedCause } from '../../guidance/diagnosis/index.ts'
import type { EntryGroup, FieldName, Target } from './entries.ts'
import type { Part } from './excerpt.ts'
import type { Page } from './page-view.tsx'
import type { Search as SearchEntries } from './search-index.ts'

/** What the field holds, and what is done with it. */
interface ResultsProps {
  readonly text: string
  /** Undefined until everything that can be found is loaded. */
  readonly search: SearchEntries | undefined
  /** The causes that the text may have, best first, if it is an error. */
  readonly causes: readonly RankedCause[]
  /** What stands below the field: the list, or something in its place. */
  readonly shown: 'list' | 'page' | 'gallery'
  onType(text: string): void
  onPaste(text: string): void
  onChoose(target: Target | Page): void
  /** The arrow key that leads to what is below. */
  onDown(): void
}

/** A line of the list. */
interface Option {
  readonly id: string
  readonly group: EntryGroup | 'Causes'
  readonly title: readonly Part[]
  readonly why?: { readonly field: FieldName; readonly parts: readonly Part[] }
  readonly aside?: string
  readonly target: Target | Page
}

const ICONS: Readonly<Record<Option['group'], typeof Search>> = {
  Causes: Stethoscope,
  'Runs to watch': CirclePlay,
  Scenarios: Library,
  Errors: TriangleAlert,
  Words: Braces,
  Specifications: BookOpen,
  Commands: Command,
}

/** Longer texts are no words to search for, in characters: they take the place of what is in the field. */
const SHORT = 80

/** A combobox over everything: arrow keys move, Enter chooses. */
export function Results({ text, search, causes, shown, onType, onPaste, onChoose, onDown }: ResultsProps) {
  const isListShown = shown === 'list'
  const groups = !isListShown || search === undefined ? [] : groupsOf(text, search, causes)
  const count = groups.reduce((sum, { items }) => sum + items.length, 0)
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const { selectionStart, selectionEnd, value } = event.currentTarget
    const pasted = event.clipboardData.getData('text/plain').trim()
    // A short text into the middle of another one is typing; the browser does that.
    const isTyping = selectionStart !== 0 || selectionEnd !== value.length
    if (isTyping && pasted.length < SHORT) return
    event.preventDefault()
    onPaste(pasted)
  }
  return (
    <Autocomplete.Root
      inline
      open={isListShown}
      mode="none"
      autoHighlight="always"
      keepHighlight
      items={groups}
      value={text}
      itemToStringValue={({ id }: Option) => id}
      onValueChange={(value, { reason }) => {
        if (reason === 'input-change' || reason === 'input-clear') onType(value)
      }}
    >
      <div className="palette-field">
        <Search aria-hidden="true" />
        <Autocomplete.Input
          aria-label="Search"
          // Without a list there is nothing that the field could have unfolded.
          {...(!isListShown && { 'aria-expanded': false })}
          placeholder="Search, or paste an error, a token, a redirect"
          spellCheck={false}
          onPaste={paste}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' || shown !== 'gallery') return
            event.preventDefault()
            onDown()
          }}
        />
      </div>
      <Autocomplete.Status className="visually-hidden">
        {statusOf(search === undefined, shown, count)}
      </Autocomplete.Status>
      {search === undefined && <p className="palette-loading">Getting the search ready …</p>}
      {isListShown && search !== undefined && count === 0 && <Nothing text={text} />}
      {isListShown && (
        <Autocomplete.List className="palette-list" aria-label="Results">
          {({ group, items }: (typeof groups)[number]) => (
            <Autocomplete.Group key={group} items={items} className="palette-group">
              <Autocomplete.GroupLabel className="eyebrow">{group}</Autocomplete.GroupLabel>
              <Autocomplete.Collection>
                {(option: Option) => <Line key={option.id} option={option} onChoose={onChoose} />}
              </Autocomplete.Collection>
            </Autocomplete.Group>
          )}
        </Autocomplete.List>
      )}
    </Autocomplete.Root>
  )
}

function statusOf(isLoading: boolean, shown: ResultsProps['shown'], count: number): string {
  if (isLoading) return 'Loading'
  if (shown === 'page') return 'The answer is below the field'
  if (shown === 'gallery') return 'Every flow is below the field'
  return count === 1 ? '1 result' : `${count} results`
}

function Line({ option, onChoose }: { readonly option: Option; readonly onChoose: ResultsProps['onChoose'] }) {
  const { group, title, why, aside, target } = option
  const Icon = ICONS[group]
  return (
    <Autocomplete.Item value={option} className="palette-option" onClick={() => onChoose(target)}>
      <Icon aria-hidden="true" />
      <span className="palette-option-title">
        <Marked parts={title} />
      </span>
      {aside !== undefined && <span className="palette-option-aside">{aside}</span>}
      {why !== undefined && (
        <span className="palette-option-why">
          <span>{why.field}: </span>
          <Marked parts={why.parts} />
        </span>
      )}
    </Autocomplete.Item>
  )
}

/** A text with its matches marked; a part is known by where it begins. */
function Marked({ parts }: { readonly parts: readonly Part[] }) {
  let end = 0
  return parts.map(({ text, isMatch }) => {
    const start = end
    end += text.length
    return isMatch ? <mark key={start}>{text}</mark> : <span key={start}>{text}</span>
  })
}

function Nothing({ text }: { readonly text: string }) {
  return (
    <div className="palette-nothing">
      <p>Nothing here mentions “{text.slice(0, 60)}”.</p>
      <p>
        Try fewer words, an error code such as <code>invalid_grant</code>, a parameter such as{' '}
        <code>code_verifier</code>, or the number of an RFC. You can also paste a whole error message.
      </p>
    </div>
  )
}

function groupsOf(text: string, search: SearchEntries, causes: readonly RankedCause[]) {
  const found: readonly { readonly group: Option['group']; readonly items: readonly Option[] }[] = search(text).map(
    ({ group, items }) => ({
      group,
      items: items.map(({ entry, title, why }) => ({
        id: entry.id,
        group,
        title,
        why,
        target: entry.target,
        ...(group === 'Runs to watch' && entry.fields.Scenario !== undefined && { aside: entry.fields.Scenario }),
      })),
    }),
  )
  const [first] = causes
  if (first === undefined) return found
  const option: Option = {
    id: 'diagnosis',
    group: 'Causes',
    title: [
      {
        text: first.ground === 'code' ? 'Only the code is known: see what it may come from' : first.title,
        isMatch: false,
      },
    ],
    ...(causes.length > 1 && { aside: `and ${causes.length - 1} more` }),
    target: { type: 'diagnosis' },
  }
  return [{ group: 'Causes' as const, items: [option] }, ...found]
}
