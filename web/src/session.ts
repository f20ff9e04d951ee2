// One simulation as the page shows it: what people did, what was said, what crossed the network.
import type { Block, Message, View } from './block-kit.ts';
import type {
  Channel,
  Check,
  Choice,
  Completion,
  Filled,
  Module,
  Person,
  Standing,
} from './module.ts';
import { filledLine, pointedLine } from './script-lines.ts';
import { grouped, nextNumber, type Turn } from './turns.ts';

export type Way = 'mention' | 'command';

/** Dispatches `change` after everything that changes what is shown. */
export class Session extends EventTarget {
  people: Person[] = [];
  channels: Channel[] = [];
  messages: Message[] = [];
  turns: Turn[] = [];
  /** Lines typed, oldest first, each once in a row. */
  history: string[] = [];
  standing: Standing = { seed: '', world: '', now: '' };
  hash = '';
  examples: string[] = [];
  /** How the bot is spoken to: everyone sees a mention, nobody a slash command. */
  way: Way = 'mention';
  /** The form before the one who speaks, and their page of the bot. */
  modal: View | undefined;
  home: View | undefined;
  /** Whether they look at that page, and not at a channel. */
  atHome = false;
  /** What of the bot’s is in each message’s menu; empty where nothing is. */
  shortcut = '';
  /** What the module could not do, for the page to show. */
  failure = '';
  /** What was done and is worth a word. */
  notice = '';
  /** Names of who speaks, and where. */
  person = '';
  channel = '';
  private command = '';
  private script: string[] = [];
  private nextExchange = 0;
  private readonly seen = new Map<string, string>();

  constructor(private readonly module: Module) {
    super();
  }

  start(seed: string, world: string): void {
    this.attempt(() => {
      this.standing = this.module.start(seed, world);
      this.turns = [];
      this.script = [];
      this.nextExchange = 0;
      this.seen.clear();
      this.atHome = false;
      this.openTurn('', `The world ${this.standing.world} starts`, false);
      this.refresh();
      this.person = this.person || (this.people.find((each) => !each.is_bot)?.name ?? '');
      this.channel = this.channel || (this.channels.find((each) => each.has_bot)?.name ?? '');
      this.look();
    });
  }

  speakAs(person: string): void {
    this.person = person;
    const there = this.channels.find((channel) => channel.name === this.channel);
    if (there?.person !== undefined && there.person !== person) {
      this.channel = this.channels[0]?.name ?? '';
    }
    if (this.atHome) return this.openHome();
    this.attempt(() => this.look());
  }

  enter(channel: string): void {
    this.channel = channel;
    this.atHome = false;
    this.changed();
  }

  /** Slack tells the bot each time somebody opens its page. */
  openHome(): void {
    this.atHome = true;
    this.script.push(`${this.person} opens home`);
    this.act(this.person, 'opens home', false, () => this.module.openHome(this.person));
  }

  submit(filled: Filled): void {
    const line = filledLine(filled);
    this.script.push(`${this.person} fills ${line}`);
    this.act(this.person, `fills ${line}`, false, () => this.module.submit(this.person, filled));
  }

  closeForm(): void {
    this.act(this.person, 'closes the form', false, () => this.module.close(this.person));
  }

  pointAt(message: Message): void {
    const line = pointedLine(message);
    this.script.push(`${this.person} ${line}`);
    this.act(this.person, line, false, () =>
      this.module.pointAt(this.person, message.channel, message.ts),
    );
  }

  /** A button of the bot’s page: it is the same as in the run’s own message. */
  pressAtHome(actionId: string, value: string, label: string): void {
    const its = this.messages.find((message) =>
      message.blocks.some((block) => hasButton(block, actionId, value)),
    );
    if (its !== undefined) this.click(its, actionId, label);
  }

  /** What was done as a file that is a test; nothing, and `failure`, where it cannot be. */
  saved(): string | undefined {
    let text: string | undefined;
    this.attempt(() => (text = this.module.saved(this.script)));
    return text;
  }

  tell(notice: string): void {
    this.notice = notice;
    this.changed();
  }

  check(text: string): Check {
    return this.module.check(this.person, text);
  }

  /** What a menu of the form before them offers. */
  offered(input: string, typed: string, filled: Filled): Choice[] {
    return this.module.offered(this.person, input, typed, filled);
  }

  complete(text: string, cursor: number): Completion {
    return this.module.complete(text, cursor);
  }

  speakBy(way: Way): void {
    this.way = way;
    this.changed();
  }

  /** What stands before a line, so that the bot takes it for one: `@ops`, `/ops`. */
  get prompt(): string {
    return this.way === 'mention' ? `@${this.bot}` : this.command;
  }

  say(line: string): void {
    this.atHome = false;
    if (this.history.at(-1) !== line) this.history = [...this.history, line];
    const text = `${this.prompt} ${line}`;
    const direct = this.channel.startsWith('@');
    this.script.push(`${this.person} #${direct ? 'dm' : this.channel}: ${text}`);
    this.act(this.person, text, true, () => this.module.say(this.person, this.channel, text));
  }

  click(message: Message, actionId: string, label: string): void {
    this.script.push(`${this.person} clicks ${label}`);
    this.act(this.person, `clicks ${label}`, false, () =>
      this.module.click(this.person, message.ts, actionId),
    );
  }

  wait(milliseconds: number, label: string): void {
    this.script.push(`wait ${label}`);
    this.act('', `${label} pass`, false, () => this.module.wait(milliseconds));
  }

  /** What was done, as lines that `chatops-sim --script` plays again. */
  asScript(): string {
    return this.script.map((line) => `${line}\n`).join('');
  }

  /** Those where the one who speaks can be. */
  get openChannels(): Channel[] {
    return this.channels.filter((each) => each.person === undefined || each.person === this.person);
  }

  /** Messages of a channel that were posted or edited since it was last looked at. */
  unread(channel: string): number {
    const there = this.messages.filter((message) => message.channel === channel);
    return there.filter((message) => this.seen.get(message.ts) !== faceOf(message)).length;
  }

  /** `#acme`, or `@ops` for the bot’s direct messages. */
  channelLabel(name: string): string {
    const channel = this.channels.find((each) => each.name === name);
    if (channel?.person === undefined) return `#${name}`;
    return `@${this.bot}`;
  }

  private get bot(): string {
    return this.people.find((each) => each.is_bot)?.name ?? '';
  }

  private act(who: string, what: string, typed: boolean, act: () => Standing): void {
    this.attempt(() => {
      this.openTurn(who, what, typed);
      this.standing = act();
      this.refresh();
      this.look();
    });
  }

  private openTurn(who: string, what: string, typed: boolean): void {
    const at = this.standing.now;
    this.turns = [
      ...this.turns,
      { number: this.turns.length, at, who, what, typed, exchanges: [] },
    ];
  }

  /** What the one who speaks has before them. */
  private look(): void {
    if (this.person === '') return;
    const { modal, home } = this.module.views(this.person);
    this.modal = modal ?? undefined;
    this.home = home ?? undefined;
  }

  private refresh(): void {
    const known = this.module.people();
    this.shortcut = known.shortcut ?? '';
    ({
      people: this.people,
      channels: this.channels,
      command: this.command,
      examples: this.examples,
    } = known);
    this.messages = this.module.messages();
    this.hash = this.module.transcriptHash();
    const exchanges = this.module.exchanges(this.nextExchange);
    this.turns = grouped(this.turns, exchanges);
    this.nextExchange = nextNumber(exchanges, this.nextExchange);
  }

  private attempt(act: () => void): void {
    try {
      this.notice = '';
      act();
      this.failure = '';
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
    }
    this.changed();
  }

  private changed(): void {
    for (const message of this.messages) {
      if (!this.atHome && message.channel === this.channel)
        this.seen.set(message.ts, faceOf(message));
    }
    this.dispatchEvent(new Event('change'));
  }
}

function hasButton(block: Block, actionId: string, value: string): boolean {
  return (
    block.type === 'actions' &&
    block.elements.some((each) => each.action_id === actionId && each.value === value)
  );
}

/** All that one sees of a message: it differs after an edit. */
function faceOf(message: Message): string {
  return JSON.stringify([message.text, message.blocks]);
}
