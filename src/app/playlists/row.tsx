/** A run of a playlist: its title, what to say about it, and its place. */
import { ChevronDown, ChevronUp, Play, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { PlaylistItem } from '../../share/index.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { changeItem, openItem, removeItem } from '../actions/playlists.ts'
import type { KeptPlaylist } from '../state/learning.ts'
import { useApp } from '../state/store.ts'

/** The last move of an item, by the places before and after it. */
export interface Move {
  readonly from: number
  readonly to: number
}

interface PlaylistRowProps {
  readonly list: KeptPlaylist
  readonly item: PlaylistItem
  readonly index: number
  readonly move: Move | undefined
  onMove(from: number, to: number): void
}

/** An item of the list. The button that has moved it keeps the focus, wherever the item is now. */
export function PlaylistRow({ list, item, index, move, onMove }: PlaylistRowProps) {
  const isPlaying = useApp(({ learning: { playing } }) => playing?.playlist === list.id && playing.item === index)
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (move?.to !== index) return
    row.current?.querySelector<HTMLElement>(move.to < move.from ? '.playlist-up' : '.playlist-down')?.focus()
  }, [move, index])
  const { title, note } = item
  return (
    <li ref={row} className="playlist-item" aria-current={isPlaying || undefined}>
      <div className="playlist-row">
        <IconButton
          size="small"
          look="secondary"
          label={`Open ${title}`}
          icon={<Play />}
          onClick={() => void openItem(list.id, index)}
        />
        <textarea
          className="field playlist-name"
          rows={1}
          aria-label={`Title of run ${index + 1}`}
          maxLength={200}
          title={title}
          value={title}
          onChange={(event) => changeItem(list.id, index, { title: event.target.value.replace(/\s*\n\s*/g, ' ') })}
        />
      </div>
      <textarea
        className="field"
        aria-label={`Note for run ${index + 1}`}
        placeholder="What to say"
        rows={2}
        maxLength={4000}
        value={note}
        onChange={(event) => changeItem(list.id, index, { note: event.target.value })}
      />
      <div className="playlist-tools">
        <span className="playlist-place">
          {index + 1} of {list.items.length}
        </span>
        <IconButton
          size="small"
          className="playlist-up"
          label={`Move ${title} up`}
          icon={<ChevronUp />}
          unavailable={index === 0 ? 'it is the first one' : undefined}
          onClick={() => onMove(index, index - 1)}
        />
        <IconButton
          size="small"
          className="playlist-down"
          label={`Move ${title} down`}
          icon={<ChevronDown />}
          unavailable={index === list.items.length - 1 ? 'it is the last one' : undefined}
          onClick={() => onMove(index, index + 1)}
        />
        <IconButton size="small" label={`Remove ${title}`} icon={<X />} onClick={() => removeItem(list.id, index)} />
      </div>
    </li>
  )
}
