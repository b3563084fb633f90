/** Playlists in the library: all of them, or one to work on. */
import { FileInput, ListPlus, ListVideo, Presentation } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { TALKS } from '../../guidance/talks/index.ts'
import { Button } from '../../ui/button.tsx'
import { createPlaylist, showPlaylist, undoRemoval } from '../actions/playlists.ts'
import { presentTalk, showTalk } from '../actions/talks.ts'
import { openDialog } from '../actions/view.ts'
import { ownLists } from '../state/playlists.ts'
import { useApp } from '../state/store.ts'
import { PlaylistEditor } from './editor.tsx'
import './panel.css'
import { ReadyPlaylist } from './ready-playlist.tsx'

/** The list that was chosen, else every list. */
export function PlaylistPanel() {
  const lists = useApp((state) => state.learning.playlists)
  const shown = useApp((state) => state.learning.shownPlaylist)
  const list = lists.find(({ id }) => id === shown)
  return (
    <section className="playlists" aria-label="Playlists">
      {list === undefined && <AllPlaylists />}
      {list?.isReady && <ReadyPlaylist list={list} />}
      {list && !list.isReady && <PlaylistEditor key={list.id} list={list} />}
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
      <Talks />
      <ul>
        {ownLists(lists).map(({ id, title, items, isGuest }) => (
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

/** The talks that come with the page: each can be presented at once, or looked at first. */
function Talks() {
  return (
    <section className="playlists-talks" aria-label="Ready to present">
      <h2 className="eyebrow">Ready to present</h2>
      <ul>
        {TALKS.map((talk) => (
          <li key={talk.id}>
            <button type="button" className="playlists-entry" onClick={() => void showTalk(talk)}>
              <ListVideo aria-hidden="true" />
              <span>{talk.title}</span>
              <span className="playlists-count">{talk.items.length} runs</span>
            </button>
            <Button size="small" icon={<Presentation />} onClick={() => void presentTalk(talk)}>
              Present the playlist
            </Button>
          </li>
        ))}
      </ul>
    </section>
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
