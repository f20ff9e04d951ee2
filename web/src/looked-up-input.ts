// An input of a form that lists what there is while one types, where Slack would ask the bot for it.
import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { choiceList, showChosen } from './choice-list.ts';
import type { Choice } from './module.ts';

/** Its input stands in the form around it, styled and sent with the others. */
@customElement('looked-up-input')
export class LookedUpInput extends LitElement {
  /** The name of the input; its `id` is `in-` and this. */
  @property() name = '';
  /** What stands there from the beginning; of several, one a line. */
  @property() initial = '';
  @property({ type: Boolean }) several = false;
  @property({ type: Boolean }) required = false;
  @property({ type: Boolean }) invalid = false;
  /** Ids of what is written about it. */
  @property() about = '';
  @property({ attribute: false }) lookUp: ((typed: string) => Choice[]) | undefined;

  @state() private choices: Choice[] = [];
  /** None, until the arrows choose one: what is typed stays as it is. */
  @state() private chosen = -1;

  protected override createRenderRoot() {
    return this;
  }

  override render() {
    const open = this.choices.length > 0;
    const list = `choices-${this.name}`;
    const active = open && this.chosen >= 0 ? `${list}-${this.chosen}` : nothing;
    return html`
      ${
        this.several
          ? html`<textarea
              id="in-${this.name}"
              name=${this.name}
              rows="2"
              ?required=${this.required}
              aria-autocomplete="list"
              aria-haspopup="listbox"
              aria-controls=${open ? list : nothing}
              aria-activedescendant=${active}
              aria-invalid=${this.invalid}
              aria-describedby=${this.about}
              autocapitalize="none"
              spellcheck="false"
              .value=${this.initial}
              @input=${this.suggest}
              @click=${this.suggest}
              @keydown=${this.pressed}
              @blur=${this.close}
            ></textarea>`
          : html`<input
              id="in-${this.name}"
              name=${this.name}
              role="combobox"
              ?required=${this.required}
              aria-autocomplete="list"
              aria-expanded=${open}
              aria-controls=${open ? list : nothing}
              aria-activedescendant=${active}
              aria-invalid=${this.invalid}
              aria-describedby=${this.about}
              autocomplete="off"
              autocapitalize="none"
              spellcheck="false"
              .value=${this.initial}
              @input=${this.suggest}
              @click=${this.suggest}
              @keydown=${this.pressed}
              @blur=${this.close}
            />`
      }
      ${open ? choiceList(list, this.choices, this.chosen, (index) => this.take(index)) : nothing}
    `;
  }

  private get field(): HTMLInputElement | HTMLTextAreaElement {
    return this.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea')!;
  }

  /** Where what is being typed begins and ends: the whole text, or the line at the cursor. */
  private get place(): { begin: number; end: number } {
    const { value, selectionStart } = this.field;
    if (!this.several) return { begin: 0, end: value.length };
    const cursor = selectionStart ?? value.length;
    const end = value.indexOf('\n', cursor);
    return {
      begin: value.lastIndexOf('\n', cursor - 1) + 1,
      end: end === -1 ? value.length : end,
    };
  }

  private suggest(): void {
    const { begin, end } = this.place;
    const typed = this.field.value.slice(begin, end).trim();
    const all = this.lookUp?.(typed) ?? [];
    // Last, and only so that Slack’s menu takes it, stands what is typed itself.
    this.choices = all.filter(({ text }, at) => text !== typed || at + 1 < all.length);
    this.chosen = -1;
  }

  private close(): void {
    this.choices = [];
    this.chosen = -1;
  }

  private take(index: number): void {
    const choice = this.choices[index];
    if (choice === undefined) return;
    const { begin, end } = this.place;
    this.field.setRangeText(choice.text, begin, end, 'end');
    this.close();
  }

  private move(step: number): void {
    const { length } = this.choices;
    this.chosen = this.chosen < 0 && step < 0 ? length - 1 : (this.chosen + step + length) % length;
    void this.updateComplete.then(() => showChosen(this));
  }

  private pressed(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (this.handles(event.key, event.shiftKey)) event.preventDefault();
  }

  /** Whether the key did something here. */
  private handles(key: string, shift: boolean): boolean {
    const open = this.choices.length > 0;
    if (!open && key === 'ArrowDown' && !this.several) return (this.suggest(), true);
    if (!open) return false;
    if (key === 'Escape') return (this.close(), true);
    if (key === 'ArrowDown') return (this.move(1), true);
    if (key === 'ArrowUp') return (this.move(-1), true);
    if (key === 'Enter' && this.chosen >= 0) return (this.take(this.chosen), true);
    // As in a terminal: what is the only way to go on is taken, too.
    const only = this.chosen < 0 && this.choices.length === 1 ? 0 : this.chosen;
    if (key === 'Tab' && !shift && only >= 0) return (this.take(only), true);
    return false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'looked-up-input': LookedUpInput;
  }
}
