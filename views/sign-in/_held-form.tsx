/** Carries a form along that was sent before somebody had to sign in. */
export interface HeldFieldsProps {
  readonly held?: { readonly path: string; readonly body: string; readonly of: string } | undefined;
}

/** The fields in which it travels. */
export function HeldFields({ held }: HeldFieldsProps) {
  if (!held) return null;
  return (
    <>
      <input type="hidden" name="held_path" value={held.path} />
      <input type="hidden" name="held" value={held.body} />
      <input type="hidden" name="held_of" value={held.of} />
    </>
  );
}
