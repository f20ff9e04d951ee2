// What could be typed next, as a list: under the composer’s line and under the inputs of forms.
import { css, html, type TemplateResult } from 'lit';
import type { Choice } from './module.ts';

/** `id` names the list, and `id-0`, `id-1` … its options; a negative `chosen` is none of them. */
export function choiceList(
  id: string,
  choices: Choice[],
  chosen: number,
  take: (index: number) => void,
): TemplateResult {
  return html`<ul id=${id} class="choices" role="listbox" aria-label="Completions">
    ${choices.map(
      (choice, index) =>
        html`<li
          id="${id}-${index}"
          role="option"
          aria-selected=${index === chosen}
          @mousedown=${(event: Event) => event.preventDefault()}
          @click=${() => take(index)}
        >
          <code>${choice.text}</code><span>${choice.help}</span>
        </li>`,
    )}
  </ul>`;
}

/** Lets the chosen one be seen, once it is drawn. */
export function showChosen(within: ParentNode): void {
  within.querySelector('.choices [aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
}

export const choiceStyles = css`
  .choices {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    margin: 0;
    padding: 4px;
    overflow-y: auto;
    list-style: none;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--raised);
    box-shadow: var(--shadow);
  }
  .choices li {
    grid-column: 1 / -1;
    display: grid;
    grid-template-columns: subgrid;
    gap: 20px;
    align-items: baseline;
    padding: 4px 8px;
    border-radius: 5px;
    cursor: pointer;
  }
  .choices code {
    font-size: 13px;
  }
  .choices span {
    color: var(--muted);
    font-size: 13px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .choices li:hover {
    background: var(--hover);
  }
  .choices [aria-selected='true'],
  .choices [aria-selected='true']:hover {
    background: var(--accent-soft);
  }
  @media (max-width: 700px) {
    .choices li {
      gap: 12px;
      padding: 7px 8px;
    }
  }
`;
