// A form of the bot’s as a dialog: drawn from its view, filled in, sent; its mistakes stand at their fields.
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Block, FormOption, InputBlock, InputElement, Message, View } from './block-kit.ts';
import { choiceStyles } from './choice-list.ts';
import { formStyles } from './form-styles.ts';
import './looked-up-input.ts';
import './message-blocks.ts';
import type { Choice, Filled } from './module.ts';
import { sharedStyles } from './shared-styles.ts';

/** What stands in an input from the beginning; of several, one a line. */
function textOf(element: InputElement): string {
  const several = (element.initial_options ?? []).map((option) => option.value).join('\n');
  return element.initial_value ?? element.initial_option?.value ?? several;
}

function menuOption({ text, value, description }: FormOption, chosen: string | undefined) {
  return html`<option value=${value} ?selected=${value === chosen}>
    ${text.text}${description === undefined ? '' : `: ${description.text}`}
  </option>`;
}

/** Dispatches `fill` (`Filled`) and `leave`. */
@customElement('form-dialog')
export class FormDialog extends LitElement {
  @property({ attribute: false }) view: View | undefined;
  /** Who fills it in. */
  @property() person = '';
  /** What there is for what is typed into an input, with what stands in the others. */
  @property({ attribute: false }) lookUp:
    ((input: string, typed: string, filled: Filled) => Choice[]) | undefined;
  @query('form') private form!: HTMLFormElement;
  @query('dialog') private dialog!: HTMLDialogElement | null;

  override render() {
    const { view } = this;
    if (view === undefined) return nothing;
    return keyed(
      view.id,
      html`<dialog aria-labelledby="title" @cancel=${this.leave}>
        <form @submit=${this.send}>
          <h2 id="title">${view.title?.text}</h2>
          <p class="who">As ${this.person} sees it in Slack</p>
          <div class="blocks">${view.blocks.map((block) => this.block(block, view))}</div>
          ${view.errors?._ === undefined ? nothing : this.wrong('whole', view.errors._)}
          <footer>
            <button type="button" @click=${this.leave}>${view.close?.text ?? 'Cancel'}</button>
            <button type="submit" class="primary">${view.submit?.text ?? 'Send'}</button>
          </footer>
        </form>
      </dialog>`,
    );
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('view')) return;
    if (this.dialog !== null && !this.dialog.open) this.dialog.showModal();
    const first = this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]');
    first?.focus();
  }

  private block(block: Block | InputBlock, view: View): TemplateResult {
    if (block.type === 'input') return this.input(block, view.errors?.[block.block_id]);
    const message: Message = {
      channel: '',
      ts: view.id,
      user: '',
      text: '',
      blocks: [block],
      edited: false,
    };
    return html`<message-blocks .message=${message}></message-blocks>`;
  }

  private input(block: InputBlock, wrong: string | undefined): TemplateResult {
    const { element, block_id: id } = block;
    const several = element.type === 'checkboxes' || element.type === 'multi_static_select';
    const label = html`${block.label.text}${
      block.optional === true ? html` <span class="optional">optional</span>` : nothing
    }`;
    const below = html`${
      block.hint === undefined
        ? nothing
        : html`<p class="hint" id="hint-${id}">${block.hint.text}</p>`
    }${wrong === undefined ? nothing : this.wrong(id, wrong)}`;
    if (several)
      return html`<fieldset class="field">
        <legend>${label}</legend>
        ${(element.options ?? []).map((option) => this.choice(block, option))} ${below}
      </fieldset>`;
    return html`<div class="field">
      <label for="in-${id}">${label}</label>
      ${element.type === 'static_select' ? this.menu(block, wrong) : this.textInput(block, wrong)}
      ${below}
    </div>`;
  }

  private wrong(id: string, why: string): TemplateResult {
    return html`<p class="wrong" id="wrong-${id}" role="alert">${why}</p>`;
  }

  private describedBy({ hint, block_id: id }: InputBlock, wrong: string | undefined): string {
    return `${hint === undefined ? '' : `hint-${id} `}${wrong === undefined ? '' : `wrong-${id}`}`;
  }

  private textInput(block: InputBlock, wrong: string | undefined): TemplateResult {
    const { element, block_id: id } = block;
    if (element.type === 'external_select' || element.type === 'multi_external_select')
      return html`<looked-up-input
        name=${id}
        initial=${textOf(element)}
        about=${this.describedBy(block, wrong)}
        ?several=${element.type === 'multi_external_select'}
        ?required=${block.optional !== true}
        ?invalid=${wrong !== undefined}
        .lookUp=${(typed: string) => this.lookUp?.(id, typed, this.filled(this.form)) ?? []}
      ></looked-up-input>`;
    if (element.multiline === true)
      return html`<textarea
        id="in-${id}"
        name=${id}
        rows="2"
        ?required=${block.optional !== true}
        maxlength=${element.max_length ?? nothing}
        aria-invalid=${wrong !== undefined}
        aria-describedby=${this.describedBy(block, wrong)}
        autocapitalize="none"
        spellcheck="false"
        .value=${textOf(element)}
      ></textarea>`;
    return html`<input
      id="in-${id}"
      name=${id}
      inputmode=${element.type === 'number_input' ? 'numeric' : nothing}
      ?required=${block.optional !== true}
      maxlength=${element.max_length ?? nothing}
      aria-invalid=${wrong !== undefined}
      aria-describedby=${this.describedBy(block, wrong)}
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      .value=${textOf(element)}
    />`;
  }

  private menu(block: InputBlock, wrong: string | undefined): TemplateResult {
    const { element, block_id: id } = block;
    const chosen = element.initial_option?.value;
    return html`<select
      id="in-${id}"
      name=${id}
      ?required=${block.optional !== true}
      aria-invalid=${wrong !== undefined}
      aria-describedby=${this.describedBy(block, wrong)}
    >
      <option value="">${block.optional === true ? '–' : 'Choose one'}</option>
      ${(element.options ?? []).map((option) => menuOption(option, chosen))}
      ${(element.option_groups ?? []).map(
        ({ label, options }) =>
          html`<optgroup label=${label.text}>
            ${options.map((option) => menuOption(option, chosen))}
          </optgroup>`,
      )}
    </select>`;
  }

  private choice({ element, block_id: id }: InputBlock, option: FormOption): TemplateResult {
    const chosen = (element.initial_options ?? []).some((each) => each.value === option.value);
    return html`<label class="choice">
      <input type="checkbox" name=${id} value=${option.value} ?checked=${chosen} />
      <span>
        <code>${option.text.text}</code>
        ${
          option.description === undefined
            ? nothing
            : html`<span class="hint">${option.description.text}</span>`
        }
      </span>
    </label>`;
  }

  /** Every input with what stands in it; those that were and are empty are left out. */
  private filled(form: HTMLFormElement): Filled {
    const data = new FormData(form);
    const made: Filled = {};
    for (const block of this.view?.blocks ?? []) {
      if (block.type !== 'input') continue;
      const { element, block_id: id } = block;
      const values = data.getAll(id).map(String);
      if (element.type === 'checkboxes' || element.type === 'multi_static_select') {
        if (values.length > 0 || element.initial_options !== undefined) made[id] = values;
        continue;
      }
      const [value = ''] = values;
      if (element.type === 'multi_external_select') {
        const lines = value.split('\n').map((line) => line.trim());
        if (value.trim() !== '' || textOf(element) !== '')
          made[id] = lines.filter((line) => line !== '');
        continue;
      }
      const text = value.replace(/\s*\n\s*/g, ' ').trim();
      const was = textOf(element);
      if (text !== '' || was !== '') made[id] = text;
    }
    return made;
  }

  private send(event: SubmitEvent): void {
    event.preventDefault();
    const detail = this.filled(event.target as HTMLFormElement);
    this.dispatchEvent(new CustomEvent<Filled>('fill', { detail }));
  }

  private leave(event: Event): void {
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('leave'));
  }

  static override styles = [sharedStyles, choiceStyles, formStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'form-dialog': FormDialog;
  }
}
