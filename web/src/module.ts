// The module's C functions, typed: text in, JSON text out (web/exported.cpp says what each does).
import type { Message, View } from './block-kit.ts';
import { bytesBefore, unitsBefore } from './text-offsets.ts';

export interface Person {
  id: string;
  name: string;
  /** As their Slack profile says; for the bot, its name. */
  full_name: string;
  roles: string[];
  is_bot: boolean;
}

export interface Channel {
  id: string;
  /** Without `#`; `@lead` for the bot’s direct messages with lead. */
  name: string;
  /** Whose direct messages with the bot these are. */
  person?: string;
  has_bot: boolean;
}

export interface People {
  people: Person[];
  channels: Channel[];
  /** The bot’s slash command: `/ops`. */
  command: string;
  /** What of the bot’s is in each message’s menu. */
  shortcut?: string;
  /** Lines of the catalogue’s own, to begin with. */
  examples: string[];
}

/** Where the simulation stands. */
export interface Standing {
  /** A 64-bit number, as text: a JavaScript number would round it. */
  seed: string;
  world: string;
  /** ISO 8601, UTC. */
  now: string;
}

export interface Choice {
  text: string;
  help: string;
}

/** What a person has before them besides messages. */
export interface Views {
  /** With `errors` where it was not taken. */
  modal: View | null;
  home: View | null;
}

/** What is put into a form’s inputs, by their blocks. */
export type Filled = Record<string, string | string[]>;

/** What may stand in place of `begin`–`end` (UTF-16 units). */
export interface Completion {
  begin: number;
  end: number;
  choices: Choice[];
}

export interface Mistake {
  code: string;
  message: string;
  /** UTF-16 units; equal when the mistake has no place. */
  begin: number;
  end: number;
  expected: string;
  suggestion: string;
}

/** What a line means, or why it means nothing. */
export interface Check {
  ok: boolean;
  /** Empty where no command is named yet. */
  usage: string;
  explanation: string;
  effect?: 'read' | 'change' | 'destroy';
  /** The arguments, options and flags that the line gives. */
  given: { name: string; text: string }[];
  mistakes: Mistake[];
}

export interface HttpHalf {
  headers: { name: string; value: string }[];
  body: string;
}

export interface Exchange {
  number: number;
  /** ISO 8601, UTC. */
  at: string;
  from: string;
  to: string;
  method: string;
  url: string;
  /** Whether it is over; until then there is no answer. */
  ended: boolean;
  /** 0 when no answer came. */
  status: number;
  /** Why no answer came. */
  failure: string;
  took_ms: number;
  request: HttpHalf;
  response: HttpHalf;
}

/** The module refused a call, or came to an end. */
export class ModuleError extends Error {
  override readonly name = 'ModuleError';
}

/** What Emscripten writes beside module.wasm: a function that loads it. */
interface EmscriptenModule {
  ccall(name: string, returns: 'string', argumentTypes: string[], given: unknown[]): string;
}
interface Glue {
  default(): Promise<EmscriptenModule>;
}

export class Module {
  private constructor(private readonly loaded: EmscriptenModule) {}

  /** Whichever module lies beside the page. */
  static async load(): Promise<Module> {
    const address = new URL('module.mjs', document.baseURI).href;
    const glue = (await import(/* @vite-ignore */ address)) as Glue;
    return new Module(await glue.default());
  }

  /** Without a world: the one that the module has. */
  start(seed: string, world: string): Standing {
    return this.call('chatops_start', seed, world);
  }

  people(): People {
    return this.call('chatops_people');
  }

  complete(text: string, cursor: number): Completion {
    const found = this.call<Completion>('chatops_complete', text, bytesBefore(text, cursor));
    return {
      ...found,
      begin: unitsBefore(text, found.begin),
      end: unitsBefore(text, found.end),
    };
  }

  /** Times are read in that person’s zone. */
  check(person: string, text: string): Check {
    const found = this.call<Check>('chatops_check', person, text);
    const mistakes = found.mistakes.map((mistake) => ({
      ...mistake,
      begin: unitsBefore(text, mistake.begin),
      end: unitsBefore(text, mistake.end),
    }));
    return { ...found, mistakes };
  }

  say(person: string, channel: string, text: string): Standing {
    return this.call('chatops_say', person, channel, text);
  }

  click(person: string, ts: string, actionId: string): Standing {
    return this.call('chatops_click', person, ts, actionId);
  }

  wait(milliseconds: number): Standing {
    return this.call('chatops_wait', milliseconds);
  }

  views(person: string): Views {
    return this.call('chatops_views', person);
  }

  /** What a menu of their form offers for what is typed there; `filled` is what stands in it. */
  offered(person: string, input: string, typed: string, filled: Filled): Choice[] {
    const values = JSON.stringify(filled);
    return this.call<{ choices: Choice[] }>('chatops_offered', person, input, typed, values)
      .choices;
  }

  submit(person: string, filled: Filled): Standing {
    return this.call('chatops_submit', person, JSON.stringify(filled));
  }

  close(person: string): Standing {
    return this.call('chatops_close', person);
  }

  openHome(person: string): Standing {
    return this.call('chatops_open_home', person);
  }

  /** The bot’s shortcut in the menu of a message. */
  pointAt(person: string, channel: string, ts: string): Standing {
    return this.call('chatops_point_at', person, channel, ts);
  }

  /** A script with its answers, as a test plays it. */
  saved(lines: string[]): string {
    return this.call<{ text: string }>('chatops_saved', JSON.stringify(lines)).text;
  }

  messages(): Message[] {
    return this.call<{ messages: Message[] }>('chatops_messages').messages;
  }

  /** Those whose number is at least `since`. */
  exchanges(since: number): Exchange[] {
    return this.call<{ exchanges: Exchange[] }>('chatops_exchanges', since).exchanges;
  }

  transcriptHash(): string {
    return this.call<{ hash: string }>('chatops_transcript_hash').hash;
  }

  private call<T extends object>(name: string, ...given: (string | number)[]): T {
    const types = given.map((value) => typeof value);
    const text = this.loaded.ccall(name, 'string', types, given);
    const answer = JSON.parse(text) as T | { error: string };
    if ('error' in answer) throw new ModuleError(answer.error);
    return answer;
  }
}
