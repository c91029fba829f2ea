/** One word or term of a search, with its place in the text. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly negated: boolean;
  /** The letters before the operator, as written; `null` in a plain word. */
  readonly name: string | null;
  /** `''` in a plain word. */
  readonly operator: '' | ':' | '<' | '<=' | '>' | '>=' | '=';
  /** Where the name begins: behind the minus. */
  readonly nameStart: number;
  /** Where the value begins, with its quotation mark. */
  readonly valueStart: number;
  /** Without its quotation marks. */
  readonly value: string;
  readonly isQuoted: boolean;
  /** True where a quotation mark is still to be closed. */
  readonly isOpen: boolean;
}

/**
 * A minus, a name with its operator, a value: each may be missing, not all of them. A quotation mark
 * counts at the beginning of a value only. What begins like a web address is a word.
 */
const TOKEN =
  /(?<minus>-?)(?:(?<name>\p{L}+)(?<operator><=|>=|[<>=]|:(?!\/\/)))?(?:"(?<quoted>[^"]*)(?<close>"?)|(?<bare>\S*))/uy;

const SPACE = /\s*/uy;

/** The words and terms of a search in their order. Any text has some; none is wrong here. */
export function tokens(text: string): readonly Token[] {
  const found: Token[] = [];
  for (let at = afterSpace(text, 0); at < text.length; at = afterSpace(text, at)) {
    TOKEN.lastIndex = at;
    const groups = TOKEN.exec(text)?.groups ?? {};
    const { minus = '', name, operator = '', quoted, close, bare = '' } = groups;
    const nameStart = at + minus.length;
    const end = TOKEN.lastIndex;
    found.push({
      start: at,
      end,
      negated: minus !== '',
      name: name ?? null,
      operator: operator as Token['operator'],
      nameStart,
      valueStart: nameStart + (name?.length ?? 0) + operator.length,
      value: quoted ?? bare,
      isQuoted: quoted !== undefined,
      isOpen: quoted !== undefined && close === '',
    });
    at = end;
  }
  return found;
}

function afterSpace(text: string, at: number): number {
  SPACE.lastIndex = at;
  SPACE.exec(text);
  return SPACE.lastIndex;
}
