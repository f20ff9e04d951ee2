// Messages and blocks as Slack keeps them: those kinds that the bot and people post, and the page draws.

export interface PlainText {
  type: 'plain_text';
  text: string;
}

export interface Mrkdwn {
  type: 'mrkdwn';
  text: string;
}

export type TextObject = PlainText | Mrkdwn;

export interface ButtonElement {
  type: 'button';
  text: PlainText;
  action_id: string;
  value?: string;
  style?: 'primary' | 'danger';
}

/** What Slack makes of a line that a person typed. */
export interface RichTextLeaf {
  type: 'text' | 'link' | 'user' | 'channel' | 'broadcast';
  text?: string;
  url?: string;
  user_id?: string;
  channel_id?: string;
  range?: string;
}

export interface RichTextSection {
  type: 'rich_text_section';
  elements: RichTextLeaf[];
}

export interface FormOption {
  text: PlainText;
  value: string;
  description?: PlainText;
}

/** What stands in an input of a form. */
export interface InputElement {
  type:
    | 'plain_text_input'
    | 'number_input'
    | 'static_select'
    | 'radio_buttons'
    | 'multi_static_select'
    | 'external_select'
    | 'multi_external_select'
    | 'users_select'
    | 'conversations_select'
    | 'checkboxes';
  action_id: string;
  multiline?: boolean;
  max_length?: number;
  initial_value?: string;
  options?: FormOption[];
  option_groups?: { label: PlainText; options: FormOption[] }[];
  initial_option?: FormOption;
  initial_options?: FormOption[];
}

export interface InputBlock {
  type: 'input';
  block_id: string;
  optional?: boolean;
  label: PlainText;
  hint?: PlainText;
  element: InputElement;
}

/** A form (`modal`) or a person’s page of the bot (`home`). */
export interface View {
  id: string;
  type: 'modal' | 'home';
  title?: PlainText;
  submit?: PlainText;
  close?: PlainText;
  blocks: (Block | InputBlock)[];
  /** Why it was not taken: by blocks; under `_`, as a whole. */
  errors?: Record<string, string>;
}

export type Block =
  | { type: 'header'; text: PlainText }
  | { type: 'section'; text?: TextObject; fields?: TextObject[] }
  | { type: 'context'; elements: TextObject[] }
  | { type: 'actions'; elements: ButtonElement[] }
  | { type: 'divider' }
  | { type: 'rich_text'; elements: RichTextSection[] };

/** What a component draws blocks of. */
export interface Message {
  /** Its channel’s name; `@lead` for the bot’s direct messages with lead. */
  channel: string;
  ts: string;
  /** Who posted it, by name. */
  user: string;
  /** The text that stands in for the blocks, in a notification for one. */
  text: string;
  blocks: Block[];
  thread_ts?: string;
  edited: boolean;
  /** An ephemeral message: whose eyes alone it is for, by name. */
  ephemeral_to?: string;
}
