/**
 * Offsets from UTC, as ISO 8601 writes them, of the zone names that news pages print. A name that changes
 * with the season without saying so (ET, PT) or that several zones share (IST) is known but tells no offset:
 * ''.
 */
export const TIME_ZONES: Readonly<Record<string, string | undefined>> = {
  z: 'Z',
  utc: 'Z',
  gmt: 'Z',
  wet: 'Z',
  bst: '+01:00',
  west: '+01:00',
  cet: '+01:00',
  cest: '+02:00',
  eet: '+02:00',
  eest: '+03:00',
  sast: '+02:00',
  jst: '+09:00',
  aest: '+10:00',
  aedt: '+11:00',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
  et: '',
  ct: '',
  mt: '',
  pt: '',
  ist: '',
  local: '',
};
