import { inspect } from 'node:util';

/**
 * Carries a token, code or client secret so that it cannot be printed by accident: every usual way
 * of turning a value into text gives `[secret]`. Only `reveal()`, easy to search for, gives it out.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }

  [inspect.custom](): string {
    return '[secret]';
  }
}
