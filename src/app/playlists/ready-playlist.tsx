/** A talk that comes with the page, as it is: to present, to open run by run, or to copy and work on. */
import { ChevronLeft, Copy, Play, Presentation } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { copyPlaylist, openItem, showPlaylist } from '../actions/playlists.ts'
import { presentPlaylist } from '../actions/talks.ts'
import type { KeptPlaylist } from '../state/learning.ts'
import { useApp } from '../state/store.ts'
import './editor.css'

/** Its runs with what to say about each. */
export function ReadyPlaylist({ list }: { readonly list: KeptPlaylist }) {
  const place = useApp(({ learning: { playing } }) => (playing?.playlist === list.id ? playing.item : undefined))
  return (
    <div className="playlist">
      <div className="playlist-head">
        <IconButton size="small" label="All playlists" icon={<ChevronLeft />} onClick={() => showPlaylist(undefined)} />
        <h2 className="playlist-ready-title">{list.title}</h2>
      </div>
      <div className="playlist-actions">
        <Button size="small" look="primary" icon={<Presentation />} onClick={() => void presentPlaylist(list)}>
          Present the playlist
        </Button>
        <Button size="small" icon={<Copy />} onClick={() => copyPlaylist(list)}>
          Copy to edit
        </Button>
      </div>
      <ol className="playlist-items" aria-label="Runs of the playlist">
        {list.items.map(({ title, note }, index) => (
          <li key={title} className="playlist-item" aria-current={index === place || undefined}>
            <div className="playlist-row">
              <IconButton
                size="small"
                look="secondary"
                label={`Open ${title}`}
                icon={<Play />}
                onClick={() => void openItem(list.id, index)}
              />
              <strong>{title}</strong>
            </div>
            <details className="playlist-ready-note">
              <summary>What to say</summary>
              <p>{note}</p>
            </details>
          </li>
        ))}
      </ol>
    </div>
  )
}
