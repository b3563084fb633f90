/** The playlist that is being played, above the panes: where it is, what to say, and on to the next run. */
import { ListVideo, RotateCcw, X } from 'lucide-react'
import { IconButton } from '../../ui/icon-button.tsx'
import { showLibrary } from '../actions/learning.ts'
import { openItem, showPlaylist, stopPlaying } from '../actions/playlists.ts'
import { selectPlaying, selectPlaylistNote } from '../selectors/playlist.ts'
import { useApp } from '../state/store.ts'
import { NeighbourButtons } from './neighbour-buttons.tsx'
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
        <NeighbourButtons playing={playing}>Next</NeighbourButtons>
        <IconButton size="small" label="Close the playlist" icon={<X />} onClick={stopPlaying} />
      </div>
    </section>
  )
}
