/** Floor 2: a run as a link or a file, and back again from whatever that turned out to be. */
export { addressOf, type Place, pathOf } from './address.ts'
export { fingerprint } from './fingerprint.ts'
export { decodeLab, encodeLab, isLabLink, type LabPlace, type LabQuestion } from './lab.ts'
export { decodeLink, encodeLink } from './link.ts'
export { addressInSvg, fragmentInPicture, isSvg, type PictureKind, pictureKind, withAddress } from './picture.ts'
export {
  decodePlaylist,
  encodePlaylist,
  isPlaylistLink,
  type Playlist,
  type PlaylistItem,
  readPlaylistFile,
  writePlaylistFile,
} from './playlist.ts'

export { writeRecipeFile } from './recipe-file.ts'
export { linkIn, readSavedRun, type SavedRun } from './saved-run.ts'

export { firstDifference, readTraceFile } from './trace-file.ts'
