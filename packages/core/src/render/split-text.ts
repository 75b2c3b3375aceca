/** A text of a blueprint's document in pieces: as written, or what only an account knows. */
export type TextPart =
  | { readonly kind: 'written'; readonly text: string }
  | { readonly kind: 'account' }
  | { readonly kind: 'partition' }
  /** The ARN of a resource declared beside it. */
  | { readonly kind: 'arn'; readonly type: string; readonly name: string };

/** Takes `{{account}}`, `{{partition}}` and `{{arn:type/name}}` apart from what stands around them. */
export function splitText(text: string): readonly TextPart[] {
  return text.split(/(\{\{[^{}]+\}\})/).flatMap((piece): readonly TextPart[] => {
    if (piece === '') return [];
    const name = /^\{\{([^{}]+)\}\}$/.exec(piece)?.[1];
    return [name === undefined ? { kind: 'written', text: piece } : readPlaceholder(name)];
  });
}

function readPlaceholder(name: string): TextPart {
  if (name === 'account' || name === 'partition') return { kind: name };
  const [, type, resource] = /^arn:([a-z-]+)\/(.+)$/.exec(name) ?? [];
  // Values may hold no braces, so that only a blueprint could say this; its tests would see it.
  if (type === undefined || resource === undefined) throw new Error(`{{${name}}} is unheard of`);
  return { kind: 'arn', type, name: resource };
}
