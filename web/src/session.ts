// One simulation as the page shows it: what people did, what was said, what crossed the network.
import type { Message } from './block-kit.ts';
import type { Channel, Check, Completion, Module, Person, Standing } from './module.ts';
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
  /** What the module could not do, for the page to show. */
  failure = '';
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
      this.openTurn('', `The world ${this.standing.world} starts`, false);
      this.refresh();
      this.person = this.person || (this.people.find((each) => !each.is_bot)?.name ?? '');
      this.channel = this.channel || (this.channels.find((each) => each.has_bot)?.name ?? '');
    });
  }

  speakAs(person: string): void {
    this.person = person;
    const there = this.channels.find((channel) => channel.name === this.channel);
    if (there?.person !== undefined && there.person !== person) {
      this.channel = this.channels[0]?.name ?? '';
    }
    this.changed();
  }

  enter(channel: string): void {
    this.channel = channel;
    this.changed();
  }

  check(text: string): Check {
    return this.module.check(text);
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
    });
  }

  private openTurn(who: string, what: string, typed: boolean): void {
    const at = this.standing.now;
    this.turns = [
      ...this.turns,
      { number: this.turns.length, at, who, what, typed, exchanges: [] },
    ];
  }

  private refresh(): void {
    ({
      people: this.people,
      channels: this.channels,
      command: this.command,
      examples: this.examples,
    } = this.module.people());
    this.messages = this.module.messages();
    this.hash = this.module.transcriptHash();
    const exchanges = this.module.exchanges(this.nextExchange);
    this.turns = grouped(this.turns, exchanges);
    this.nextExchange = nextNumber(exchanges, this.nextExchange);
  }

  private attempt(act: () => void): void {
    try {
      act();
      this.failure = '';
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
    }
    this.changed();
  }

  private changed(): void {
    for (const message of this.messages) {
      if (message.channel === this.channel) this.seen.set(message.ts, faceOf(message));
    }
    this.dispatchEvent(new Event('change'));
  }
}

/** All that one sees of a message: it differs after an edit. */
function faceOf(message: Message): string {
  return JSON.stringify([message.text, message.blocks]);
}
