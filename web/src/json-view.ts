// A body as text that a person can read: JSON set out and coloured, forms a field a line, others as they are.
import { html, type TemplateResult } from 'lit';

type Shown = TemplateResult | string;

/** JSON longer than this is shown as it is: colouring it would make typing slow. */
const colouredLimit = 100_000;

export function bodyView(body: string, contentType: string): TemplateResult {
  return html`<pre tabindex="0">${shown(body, contentType)}</pre>`;
}

function shown(body: string, contentType: string): Shown | Shown[] {
  if (contentType.startsWith('application/x-www-form-urlencoded')) return formView(body);
  if (body.length > colouredLimit || !/^\s*[[{]/.test(body)) return body;
  try {
    return coloured(JSON.stringify(JSON.parse(body), null, 2));
  } catch {
    return body;
  }
}

function formView(body: string): Shown[] {
  return [...new URLSearchParams(body)].map(([name, value]) => {
    const inside = /^\s*[[{]/.test(value) ? shown(value, '') : value;
    return html`<span class="name">${name}</span>=${inside} `;
  });
}

const parts =
  /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

function coloured(text: string): Shown[] {
  const found: Shown[] = [];
  let end = 0;
  for (const match of text.matchAll(parts)) {
    found.push(text.slice(end, match.index));
    const [all, string, colon] = match;
    if (colon !== undefined) found.push(html`<span class="name">${string}</span>`, colon);
    else found.push(html`<span class=${string === undefined ? 'value' : 'text'}>${all}</span>`);
    end = match.index + all.length;
  }
  found.push(text.slice(end));
  return found;
}
