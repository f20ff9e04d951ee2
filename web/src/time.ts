// Moments as people read them: the simulation's own, so always UTC and never the reader's zone.

/** `09:04:31` of an ISO 8601 moment. */
export function clockTime(iso: string): string {
  return iso.slice(11, 19);
}

/** `Mon 5 Jan 2026` of an ISO 8601 moment. */
export function calendarDay(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return '';
  const parts = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return parts.format(date).replace(',', '');
}

/** A message's moment: Slack's timestamp is seconds since the epoch, with microseconds. */
export function momentOf(ts: string): string {
  const date = new Date(Number(ts) * 1000);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
