/** One playlist: its title, its runs in order with their notes, and ways to share it. */
import { ChevronLeft, Download, ListPlus, Presentation, Save, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { siteHome } from '../../lib/site-home.ts'
import { addressOf, encodePlaylist } from '../../share/index.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import '../../ui/field.css'
import { IconButton } from '../../ui/icon-button.tsx'
import {
  addRun,
  keepPlaylist,
  moveItem,
  removePlaylist,
  renamePlaylist,
  savePlaylist,
  showPlaylist,
} from '../actions/playlists.ts'
import { presentPlaylist } from '../actions/talks.ts'
import type { KeptPlaylist } from '../state/learning.ts'
import { type Move, PlaylistRow } from './row.tsx'
import './editor.css'

/** Works on a list; every change is kept at once. */
export function PlaylistEditor({ list }: { readonly list: KeptPlaylist }) {
  const [move, setMove] = useState<Move>()
  const moveTo = (from: number, to: number) => {
    moveItem(list.id, from, to)
    setMove({ from, to })
  }
  // Items may be equal: what tells them apart is their place.
  const places = list.items.map((item, index) => ({ place: `run ${index + 1}`, item, index }))
  return (
    <div className="playlist">
      <div className="playlist-head">
        <IconButton size="small" label="All playlists" icon={<ChevronLeft />} onClick={() => showPlaylist(undefined)} />
        <textarea
          className="field playlist-title"
          rows={1}
          aria-label="Title of the playlist"
          maxLength={200}
          value={list.title}
          onChange={(event) => renamePlaylist(list.id, event.target.value.replace(/\s*\n\s*/g, ' '))}
        />
        <IconButton size="small" label="Remove the playlist" icon={<Trash2 />} onClick={() => removePlaylist(list)} />
      </div>
      {list.isGuest && (
        <div className="playlist-guest">
          <p>This playlist came from outside. It goes when you close this tab.</p>
          <Button size="small" icon={<Save />} onClick={() => keepPlaylist(list.id)}>
            Keep it
          </Button>
        </div>
      )}
      {list.items.length === 0 && (
        <p className="playlists-intro">It is empty. Bring a run to the step that you want to show, then add it here.</p>
      )}
      {list.items.length > 0 && (
        <Button size="small" icon={<Presentation />} onClick={() => void presentPlaylist(list)}>
          Present the playlist
        </Button>
      )}
      <ol className="playlist-items" aria-label="Runs of the playlist">
        {places.map(({ place, item, index }) => (
          <PlaylistRow key={place} list={list} item={item} index={index} move={move} onMove={moveTo} />
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {move !== undefined && `“${list.items[move.to]?.title}” is now number ${move.to + 1} of ${list.items.length}.`}
      </p>
      <Button size="small" look="primary" icon={<ListPlus />} onClick={() => addRun(list.id)}>
        Add this run
      </Button>
      {list.items.length > 0 && <Sharing list={list} />}
    </div>
  )
}

function Sharing({ list }: { readonly list: KeptPlaylist }) {
  const fragment = encodePlaylist(list)
  return (
    <div className="playlist-sharing">
      {fragment === undefined ? (
        <p>This playlist is too long for a link. Save it as a file.</p>
      ) : (
        <CopyButton size="small" label="Copy link" text={addressOf(siteHome(), fragment)} />
      )}
      <Button size="small" icon={<Download />} onClick={() => savePlaylist(list)}>
        Save as a file
      </Button>
    </div>
  )
}
