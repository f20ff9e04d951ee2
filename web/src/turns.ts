// What people did, one thing after the other, and the exchanges that each led to.
import type { Exchange } from './module.ts';

/** One thing that a person did, or time that passed. */
export interface Turn {
  number: number;
  /** ISO 8601, UTC. */
  at: string;
  /** Empty when nobody did it. */
  who: string;
  what: string;
  /** Whether `what` is a line that somebody typed. */
  typed: boolean;
  exchanges: Exchange[];
}

/** Puts exchanges where they belong: those known already stay, as they are now; others are the latest turn’s. */
export function grouped(turns: Turn[], given: Exchange[]): Turn[] {
  const fresh = new Map(given.map((each) => [each.number, each]));
  const kept = turns.map((turn) => {
    if (!turn.exchanges.some((each) => fresh.has(each.number))) return turn;
    const exchanges = turn.exchanges.map((each) => {
      const now = fresh.get(each.number) ?? each;
      fresh.delete(each.number);
      return now;
    });
    return { ...turn, exchanges };
  });
  const last = kept.at(-1);
  if (last === undefined || fresh.size === 0) return kept;
  return [...kept.slice(0, -1), { ...last, exchanges: [...last.exchanges, ...fresh.values()] }];
}

/** The number from which exchanges must be asked for next: the first that has not ended. */
export function nextNumber(given: Exchange[], before: number): number {
  const open = given.find((each) => !each.ended);
  return open?.number ?? (given.at(-1)?.number ?? before - 1) + 1;
}
