/** Playlists in the library: all of them, or one to work on. */
import { FileInput, ListPlus, ListVideo } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '../../ui/button.tsx'
import { createPlaylist, showPlaylist, undoRemoval } from '../actions/playlists.ts'
import { openDialog } from '../actions/view.ts'
import { useApp } from '../state/store.ts'
import { PlaylistEditor } from './editor.tsx'
import './panel.css'

/** The list that was chosen, else every list. */
export function PlaylistPanel() {
  const lists = useApp((state) => state.learning.playlists)
  const shown = useApp((state) => state.learning.shownPlaylist)
  const list = lists.find(({ id }) => id === shown)
  return (
    <section className="playlists" aria-label="Playlists">
      {list === undefined ? <AllPlaylists /> : <PlaylistEditor key={list.id} list={list} />}
      <Removed />
    </section>
  )
}

function AllPlaylists() {
  const lists = useApp((state) => state.learning.playlists)
  return (
    <>
      <p className="playlists-intro">
        Runs in order, each with a note on what to say. They stay in this browser until you share them.
      </p>
      <ul>
        {lists.map(({ id, title, items, isGuest }) => (
          <li key={id}>
            <button type="button" className="playlists-entry" onClick={() => showPlaylist(id)}>
              <ListVideo aria-hidden="true" />
              <span>{title || 'Untitled'}</span>
              <span className="playlists-count">{items.length === 1 ? '1 run' : `${items.length} runs`}</span>
              {isGuest && <span className="playlists-count">not kept</span>}
            </button>
          </li>
        ))}
      </ul>
      <div className="playlists-actions">
        <Button size="small" icon={<ListPlus />} onClick={createPlaylist}>
          New playlist
        </Button>
        <Button size="small" look="quiet" icon={<FileInput />} onClick={() => openDialog('open')}>
          Open a link or file
        </Button>
      </div>
    </>
  )
}

/** What was removed last, and the way back. It takes the focus, since what had it is gone. */
function Removed() {
  const removed = useApp((state) => state.learning.removed)
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (removed !== undefined) row.current?.querySelector('button')?.focus()
  }, [removed])
  return (
    <div ref={row} className="playlists-removed" role="status">
      {removed !== undefined && (
        <>
          <span>“{removed.type === 'item' ? removed.item.title : removed.list.title}” was removed.</span>
          <Button size="small" onClick={undoRemoval}>
            Undo
          </Button>
        </>
      )}
    </div>
  )
}
