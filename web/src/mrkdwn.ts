// Slack's mrkdwn read into a tree: what it says of bold, code, links and mentions, and nothing else.

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'bold' | 'italic' | 'strike'; inside: Inline[] }
  | { kind: 'link'; url: string; inside: Inline[] }
  | { kind: 'user' | 'channel' | 'group'; id: string; label: string }
  | { kind: 'break' };

export type Paragraph =
  | { kind: 'lines'; inside: Inline[] }
  | { kind: 'quote'; inside: Inline[] }
  | { kind: 'pre'; text: string };

/** Undoes Slack's only three escapes. */
export function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

export function paragraphs(text: string): Paragraph[] {
  const found: Paragraph[] = [];
  for (const [index, piece] of text.split('```').entries()) {
    const fenced = index % 2 === 1;
    if (fenced) {
      found.push({ kind: 'pre', text: unescape(piece.replace(/^\n/, '').replace(/\n$/, '')) });
    } else {
      found.push(...outsideFences(piece));
    }
  }
  return found;
}

function outsideFences(text: string): Paragraph[] {
  const found: Paragraph[] = [];
  let lines: string[] = [];
  let quoted = false;
  const close = (): void => {
    const joined = lines.join('\n').replace(/^\n+|\n+$/g, '');
    if (joined !== '') found.push({ kind: quoted ? 'quote' : 'lines', inside: inlines(joined) });
    lines = [];
  };
  for (const line of text.split('\n')) {
    const quote = /^(?:&gt;|>) ?/.exec(line);
    if ((quote !== null) !== quoted) {
      close();
      quoted = quote !== null;
    }
    lines.push(quote === null ? line : line.slice(quote[0].length));
  }
  close();
  return found;
}

// Each alternative is one thing that can begin inside a line. Marks count only at the edges of words, as in
// Slack: `web_worker_1` and `2*3*4` hold none.
const tokens = new RegExp(
  [
    '`(?<code>[^`\\n]+)`',
    '<(?<angle>[^<>\\n]+)>',
    '(?<=^|[^\\p{L}\\p{N}])\\*(?<bold>[^\\s*](?:[^*\\n]*[^\\s*])?)\\*(?![\\p{L}\\p{N}])',
    '(?<=^|[^\\p{L}\\p{N}])_(?<italic>[^\\s_](?:[^_\\n]*[^\\s_])?)_(?![\\p{L}\\p{N}])',
    '(?<=^|[^\\p{L}\\p{N}])~(?<strike>[^\\s~](?:[^~\\n]*[^\\s~])?)~(?![\\p{L}\\p{N}])',
    '(?<newline>\\n)',
  ].join('|'),
  'gu',
);

export function inlines(text: string): Inline[] {
  const found: Inline[] = [];
  let end = 0;
  const plain = (upTo: number): void => {
    if (upTo > end) found.push({ kind: 'text', text: unescape(text.slice(end, upTo)) });
  };
  for (const match of text.matchAll(tokens)) {
    plain(match.index);
    found.push(inlineOf(match.groups ?? {}));
    end = match.index + match[0].length;
  }
  plain(text.length);
  return found;
}

function inlineOf(groups: Record<string, string | undefined>): Inline {
  const { code, angle, bold, italic, strike } = groups;
  if (code !== undefined) return { kind: 'code', text: unescape(code) };
  if (angle !== undefined) return angleOf(angle);
  if (bold !== undefined) return { kind: 'bold', inside: inlines(bold) };
  if (italic !== undefined) return { kind: 'italic', inside: inlines(italic) };
  if (strike !== undefined) return { kind: 'strike', inside: inlines(strike) };
  return { kind: 'break' };
}

/** `@U1`, `#C1|name`, `!here`, `!date^…|fallback`, `url|label`. */
function angleOf(inside: string): Inline {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? '' : unescape(inside.slice(bar + 1));
  if (target.startsWith('@')) return { kind: 'user', id: target.slice(1), label };
  if (target.startsWith('#')) return { kind: 'channel', id: target.slice(1), label };
  if (target.startsWith('!date^')) return { kind: 'text', text: label };
  if (target.startsWith('!')) return { kind: 'group', id: target.slice(1), label };
  const url = unescape(target);
  return { kind: 'link', url, inside: [{ kind: 'text', text: label === '' ? url : label }] };
}
