// Where a command is typed: completed, checked and explained with every key.
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { choiceList, choiceStyles, showChosen } from './choice-list.ts';
import { composerStyles } from './composer-styles.ts';
import type { Check, Choice, Completion, Mistake, Person } from './module.ts';
import type { Way } from './session.ts';
import { sharedStyles } from './shared-styles.ts';

/** What the composer asks of the module while somebody types. */
export interface Assistant {
  check(text: string): Check;
  complete(text: string, cursor: number): Completion;
}

/** A screen reader is told of a mistake once typing has paused this long. */
const announceAfterMilliseconds = 700;

/** Dispatches `say` (the line), `speak-as` (a person’s name) and `speak-by` (a way). */
@customElement('command-composer')
export class CommandComposer extends LitElement {
  @property({ attribute: false }) assistant: Assistant | undefined;
  @property({ attribute: false }) people: Person[] = [];
  @property() person = '';
  /** `#acme`: where the line will be said. */
  @property() place = '';
  /** What the session puts before the line: `@ops`. */
  @property() prompt = '';
  @property() way: Way = 'mention';
  /** Lines typed, oldest first. */
  @property({ attribute: false }) history: string[] = [];

  @state() private text = '';
  @state() private check: Check | undefined;
  @state() private completion: Completion | undefined;
  @state() private chosen = 0;
  @state() private announced = '';
  /** Whether the arrows have moved the choice: then Enter takes it. */
  private moved = false;
  /** How many lines back in the history; 0 is the line being typed. */
  private back = 0;
  private draft = '';
  private announcing: ReturnType<typeof setTimeout> | undefined;

  @query('#line') private line!: HTMLTextAreaElement;

  /** Puts a line there as if it had been typed, without saying it. */
  fill(text: string): void {
    this.write(text, text.length);
    this.completion = undefined;
    this.line.focus();
  }

  override focus(): void {
    this.line.focus();
  }

  override render() {
    const open = this.choices.length > 0;
    return html`
      <fieldset class="people">
        <legend class="unseen">Speak as</legend>
        ${this.people.map((person) => this.personChoice(person))}
        <span class="place">in <b>${this.place}</b></span>
      </fieldset>
      <div class="field">
        ${
          open
            ? choiceList('choices', this.choices, this.chosen, (index) => this.take(index))
            : nothing
        }
        <button
          class="prompt"
          aria-label="Said as ${this.prompt}; change"
          title="A mention is seen by everyone, a slash command by nobody else"
          @click=${this.changeWay}
        >
          ${this.prompt}
        </button>
        <div class="line">
          <div class="mirror" aria-hidden="true">${this.marked()}</div>
          <textarea
            id="line"
            rows="1"
            aria-label="Command, said to the bot by ${this.person} in ${this.place}"
            aria-autocomplete="list"
            aria-haspopup="listbox"
            aria-controls=${open ? 'choices' : nothing}
            aria-activedescendant=${open ? `choices-${this.chosen}` : nothing}
            aria-invalid=${this.placed.length > 0}
            aria-describedby="advice"
            autocomplete="off"
            autocapitalize="none"
            autocorrect="off"
            spellcheck="false"
            enterkeyhint="send"
            placeholder="Type a command"
            .value=${live(this.text)}
            @input=${this.typed}
            @keydown=${this.pressed}
            @blur=${() => (this.completion = undefined)}
          ></textarea>
        </div>
        <button class="send" ?disabled=${this.text.trim() === ''} @click=${() => this.say()}>
          Run
        </button>
      </div>
      <div id="advice" class="advice">${this.advice()}</div>
      <span class="unseen" role="status">${this.announced}</span>
    `;
  }

  private personChoice(person: Person): TemplateResult {
    const rights = person.roles.length === 0 ? 'no rights' : `role ${person.roles.join(', ')}`;
    return html`<label title="${person.full_name}: ${rights}">
      <input
        type="radio"
        name="person"
        value=${person.name}
        .checked=${live(person.name === this.person)}
        @change=${() =>
          this.dispatchEvent(new CustomEvent<string>('speak-as', { detail: person.name }))}
      />
      <span>${person.name}</span>
    </label>`;
  }

  private changeWay(): void {
    const detail: Way = this.way === 'mention' ? 'command' : 'mention';
    this.dispatchEvent(new CustomEvent<Way>('speak-by', { detail }));
    this.line.focus();
  }

  // ---- completion

  private get choices(): Choice[] {
    return this.completion?.choices ?? [];
  }

  private take(index: number): void {
    const { completion } = this;
    const choice = completion?.choices[index];
    if (completion === undefined || choice === undefined) return;
    const before = this.text.slice(0, completion.begin);
    const after = this.text.slice(completion.end);
    const goesOn = /[=/]$/.test(choice.text) || /^\s/.test(after);
    const placed = `${before}${choice.text}${goesOn ? '' : ' '}`;
    this.write(placed + after, placed.length);
    this.line.focus();
  }

  private move(step: number): void {
    this.moved = true;
    this.chosen = (this.chosen + step + this.choices.length) % this.choices.length;
    void this.updateComplete.then(() => showChosen(this.renderRoot));
  }

  // ---- typing

  private typed(): void {
    this.back = 0;
    // A line is one line: what is pasted is joined.
    const text = this.line.value.replace(/\s*\n\s*/g, ' ');
    this.write(text, text === this.line.value ? this.line.selectionStart : text.length);
  }

  private write(text: string, cursor: number): void {
    this.text = text;
    this.check = text.trim() === '' ? undefined : this.assistant?.check(text);
    this.suggest(cursor);
    this.announceLater();
    void this.updateComplete.then(() => {
      if (this.line.selectionStart !== cursor) this.line.setSelectionRange(cursor, cursor);
    });
  }

  private suggest(cursor: number): void {
    this.chosen = 0;
    this.moved = false;
    this.completion = undefined;
    if (this.text.trim() === '') return;
    const found = this.assistant?.complete(this.text, cursor);
    // What stands there already needs no completing.
    const [only, ...others] = found?.choices ?? [];
    if (found === undefined || only === undefined) return;
    if (others.length === 0 && only.text === this.text.slice(found.begin, found.end)) return;
    this.completion = found;
  }

  private pressed(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (this.handles(event.key, event.shiftKey)) event.preventDefault();
  }

  /** Whether the key did something here. */
  private handles(key: string, shift: boolean): boolean {
    const open = this.choices.length > 0;
    if (key === 'Enter') {
      if (open && this.moved) this.take(this.chosen);
      else this.say();
      return true;
    }
    if (open && key === 'Tab' && !shift) return (this.take(this.chosen), true);
    if (open && key === 'Escape') return ((this.completion = undefined), true);
    if (open && key === 'ArrowDown') return (this.move(1), true);
    if (open && key === 'ArrowUp') return (this.move(-1), true);
    if (key === 'ArrowUp') return this.recall(1);
    if (key === 'ArrowDown') return this.recall(-1);
    return false;
  }

  private recall(step: number): boolean {
    const back = this.back + step;
    if (back < 0 || back > this.history.length) return false;
    if (this.back === 0) this.draft = this.text;
    const line = back === 0 ? this.draft : (this.history.at(-back) ?? '');
    this.write(line, line.length);
    this.completion = undefined;
    this.back = back;
    return true;
  }

  private say(): void {
    const line = this.text.trim();
    if (line === '') return;
    this.back = 0;
    this.draft = '';
    this.write('', 0);
    this.dispatchEvent(new CustomEvent<string>('say', { detail: line }));
  }

  // ---- what is wrong, or what it means

  /** Whether what is wrong is only that the last word is not finished. */
  private unfinished(mistake: Mistake): boolean {
    return this.choices.length > 0 && mistake.end >= this.text.trimEnd().length;
  }

  /** Mistakes that stand at a place, in its order. */
  private get placed(): Mistake[] {
    return (this.check?.mistakes ?? [])
      .filter((mistake) => mistake.begin < mistake.end && !this.unfinished(mistake))
      .sort((left, right) => left.begin - right.begin);
  }

  private marked(): (TemplateResult | string)[] {
    const found: (TemplateResult | string)[] = [];
    let end = 0;
    for (const mistake of this.placed) {
      const begin = Math.max(mistake.begin, end);
      if (begin >= mistake.end) continue;
      found.push(this.text.slice(end, begin));
      found.push(html`<mark>${this.text.slice(begin, mistake.end)}</mark>`);
      end = mistake.end;
    }
    // The space gives the last line its height when the text ends with one.
    return [...found, `${this.text.slice(end)} `];
  }

  private advice(): TemplateResult {
    const { check } = this;
    if (check === undefined) {
      return html`<p class="keys">
        <kbd>Tab</kbd> completes <kbd>Enter</kbd> runs <kbd>↑</kbd> recalls <kbd>Esc</kbd> closes
      </p>`;
    }
    const [wrong] = check.mistakes;
    return html`
      ${check.usage === '' ? nothing : html`<p class="usage">${usageWords(check.usage)}</p>`}
      ${wrong === undefined ? this.meaning(check) : this.explain(wrong)}
    `;
  }

  private meaning(check: Check): TemplateResult {
    const kinds = { read: 'reads', change: 'changes', destroy: 'destroys' };
    return html`<p class="meaning">
      ${
        check.effect === undefined
          ? nothing
          : html`<span class="effect ${check.effect}">${kinds[check.effect]}</span>`
      }
      <span>${check.explanation}</span>
      ${check.given.map(
        ({ name, text }) => html`<span class="given">${name} <code>${text}</code></span>`,
      )}
    </p>`;
  }

  private explain(wrong: Mistake): TemplateResult {
    const soft = this.unfinished(wrong);
    return html`<p class=${soft ? 'expected' : 'wrong'} data-code=${wrong.code}>
      <span>${soft && wrong.expected !== '' ? `Expected: ${wrong.expected}` : wrong.message}</span>
      ${
        wrong.suggestion === '' || soft
          ? nothing
          : html`<button @click=${() => this.correct(wrong)}>
              Use <code>${wrong.suggestion}</code>
            </button>`
      }
    </p>`;
  }

  private correct(wrong: Mistake): void {
    const before = this.text.slice(0, wrong.begin) + wrong.suggestion;
    this.write(before + this.text.slice(wrong.end), before.length);
    this.line.focus();
  }

  private announceLater(): void {
    clearTimeout(this.announcing);
    this.announcing = setTimeout(() => {
      const wrong = this.placed[0];
      const count = this.choices.length;
      this.announced = wrong?.message ?? (count > 0 ? `${count} completions` : '');
    }, announceAfterMilliseconds);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.announcing);
  }

  static override styles = [sharedStyles, choiceStyles, composerStyles];
}

/** A usage line breaks between its words only, never inside `[--wait]`. */
function usageWords(usage: string): TemplateResult[] {
  return usage.split(' ').map((word) => html`<code>${word}</code> `);
}
