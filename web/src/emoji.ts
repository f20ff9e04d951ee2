// The emoji that the bot begins a title with. Slack draws its own pictures, whatever fonts there are: so does the page.
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

interface Picture {
  name: string;
  shapes: SVGTemplateResult;
}

const white = 'fill:none;stroke:#fff;stroke-width:2;stroke-linecap:round;stroke-linejoin:round';

const pictures = new Map<string, Picture>([
  [
    '\u2705',
    {
      name: 'Done',
      shapes: svg`<rect width="16" height="16" rx="3.5" fill="#2c9a5f" /><path d="m4 8.4 2.8 2.8L12 5.4" style=${white} />`,
    },
  ],
  [
    '\u274c',
    {
      name: 'Refused',
      shapes: svg`<path d="m3 3 10 10M13 3 3 13" stroke="#db3546" stroke-width="3" stroke-linecap="round" />`,
    },
  ],
  [
    '\u26a0\ufe0f',
    {
      name: 'Warning',
      shapes: svg`<path d="M8 1.2 15.4 14.4H.6Z" fill="#f2b33d" stroke="#f2b33d" stroke-linejoin="round" /><path d="M8 6v3.6M8 12v.1" stroke="#4a3200" stroke-width="1.8" stroke-linecap="round" />`,
    },
  ],
  [
    '\u23f3',
    {
      name: 'Working',
      shapes: svg`<path d="M4 2h8v2.5L9 8l3 3.5V14H4v-2.5L7 8 4 4.5Z" fill="#f6e2b5" stroke="#a5762a" /><path d="M3 1.8h10M3 14.2h10" stroke="#a5762a" stroke-width="1.8" stroke-linecap="round" />`,
    },
  ],
  [
    '\u270b',
    {
      name: 'Waiting',
      shapes: svg`<path d="M4.5 8V4.3M7 7V2.5M9.5 7V2.7M12 8V4.5" stroke="#eeb12f" stroke-width="2" stroke-linecap="round" /><path d="M3.5 7h9.5v3.5a4.5 4.5 0 0 1-8.2 2.6L1.6 9.3a1 1 0 0 1 1.6-1.2l.3.3Z" fill="#eeb12f" />`,
    },
  ],
]);

const known = new RegExp(`(${[...pictures.keys()].join('|')})`);

/** The text with pictures for the emoji in it. */
export function withPictures(text: string): (string | TemplateResult)[] {
  return text.split(known).map((piece) => {
    const picture = pictures.get(piece);
    if (picture === undefined) return piece;
    return html`<svg class="emoji" role="img" aria-label=${picture.name} viewBox="0 0 16 16">
      ${picture.shapes}
    </svg>`;
  });
}
