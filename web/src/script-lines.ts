// What people do besides speaking, as lines of a script (mocks/worlds/script.hpp reads them).
import type { Message } from './block-kit.ts';
import type { Filled } from './module.ts';

/** `app=acme; formation=web=3`: what is chosen twice is named twice. */
export function filledLine(filled: Filled): string {
  const parts = Object.entries(filled).flatMap(([name, value]) => {
    const values = Array.isArray(value) && value.length > 0 ? value : [value].flat();
    return (values.length === 0 ? [''] : values).map((each) => `${name}=${meant(each)}`);
  });
  return parts.join('; ');
}

/** A line ends a line, and `;` a value, unless a backslash stands before it. */
function meant(text: string): string {
  return text.replace(/[\\;]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
}

/** The longest part of a message that finds it again. */
const enoughCharacters = 60;

/** `#acme points at dyno crashed`. */
export function pointedLine(message: Message): string {
  const [first = ''] = message.text.split('\n');
  const words = first.slice(0, enoughCharacters).trim();
  return `#${message.channel.startsWith('@') ? 'dm' : message.channel} points at ${words}`;
}
