/** The playlist that is being played, above the panes: where it is, what to say, and on to the next run. */
import { ArrowLeft, ArrowRight, ListVideo, RotateCcw, X } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { showLibrary } from '../actions/learning.ts'
import { openItem, openNeighbour, showPlaylist, stopPlaying } from '../actions/playlists.ts'
import { selectPlaying, selectPlaylistNote } from '../selectors/playlist.ts'
import { useApp } from '../state/store.ts'
import './playlist-bar.css'

/** Nothing while no playlist is being played. */
export function PlaylistBar() {
  const playing = useApp(selectPlaying)
  const note = useApp(selectPlaylistNote)
  if (playing === undefined) return null
  const { playlist, item, index } = playing
  const show = () => {
    showPlaylist(playlist.id)
    showLibrary('playlists')
  }
  return (
    <section className="playlist-bar" aria-label="Playlist">
      <div className="playlist-bar-text">
        <p className="playlist-bar-title">
          <span className="eyebrow">
            {playlist.title || 'Untitled'} · {index + 1} of {playlist.items.length}
          </span>
          <strong>{item.title}</strong>
        </p>
        {note !== '' && <p className="playlist-bar-note">{note}</p>}
      </div>
      <div className="playlist-bar-actions" role="toolbar" aria-label="Playlist controls">
        <IconButton size="small" label="Show the playlist" icon={<ListVideo />} onClick={show} />
        <IconButton
          size="small"
          label="Open this run again"
          icon={<RotateCcw />}
          onClick={() => void openItem(playlist.id, index)}
        />
        <IconButton
          size="small"
          label="Previous run"
          shortcut="Shift N"
          icon={<ArrowLeft />}
          unavailable={index === 0 ? 'this is the first one' : undefined}
          onClick={() => void openNeighbour(-1)}
        />
        <Button
          size="small"
          icon={<ArrowRight />}
          title="Next run (N)"
          aria-label="Next run"
          unavailable={index === playlist.items.length - 1 ? 'this is the last one' : undefined}
          onClick={() => void openNeighbour(1)}
        >
          Next
        </Button>
        <IconButton size="small" label="Close the playlist" icon={<X />} onClick={stopPlaying} />
      </div>
    </section>
  )
}
