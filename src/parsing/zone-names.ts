/** The abbreviations that exports of chats write behind times; those that mean several zones (IST) are left out. */

const HOURS: Readonly<Record<string, number>> = {
  utc: 0,
  gmt: 0,
  z: 0,
  wet: 0,
  bst: 1,
  west: 1,
  cet: 1,
  cest: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  ast: -4,
  adt: -3,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  akst: -9,
  akdt: -8,
  hst: -10,
  aest: 10,
  aedt: 11,
  nzst: 12,
  nzdt: 13,
};

/** The offset that a zone's abbreviation or number stands for, as ISO 8601 writes it; null for one that is not known. */
export function offsetOf(zone: string): string | null {
  const [, sign, hour = '', minute = '00'] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? [];
  if (sign !== undefined) return `${sign}${hour.padStart(2, '0')}:${minute}`;
  const hours = HOURS[zone.toLowerCase()];
  return hours === undefined ? null : `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`;
}

/** A time such as `2021-04-06 13:39:13 EDT` in ISO 8601; null where the zone is missing or not known. */
export function withOffset(stated: string | null): string | null {
  const [, date, time, zone = ''] =
    /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d)?) ?([A-Za-z]{1,5}|[+-]\d{1,2}:?(?:\d{2})?)$/.exec(stated ?? '') ?? [];
  const offset = offsetOf(zone);
  return date === undefined || offset === null ? null : `${date}T${time}${offset}`;
}
