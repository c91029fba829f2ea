export const listId = (id: string) => `${id}-list`;
export const optionId = (id: string, index: number) => `${id}-${index}`;

/** What a field that has the focus says about its list (ARIA Authoring Practices, "Combobox"). */
export function comboboxProps(id: string, isListed: boolean, active: number) {
  return {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': isListed,
    'aria-controls': isListed ? listId(id) : undefined,
    'aria-activedescendant': isListed && active !== -1 ? optionId(id, active) : undefined,
  } as const;
}
