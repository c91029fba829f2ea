import {
  type CSSVariablesResolver,
  createTheme,
  Modal,
  PasswordInput,
  SegmentedControl,
  Textarea,
  TextInput,
} from '@mantine/core';
import classes from './mantine.module.css';

/** Fields in the measures of the other controls. */
const field = {
  defaultProps: { size: 'sm' },
  classNames: { wrapper: classes.wrapper },
  styles: {
    input: { '--input-color': 'var(--text)' },
    description: { fontSize: 'var(--size-meta)', lineHeight: '18px' },
    error: { fontSize: 'var(--size-meta)', lineHeight: '18px' },
  },
};

/** The kit in the measures of the theme; the values themselves live in `ui/theme/tokens.css`. */
export const mantineTheme = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-mono)',
  defaultRadius: 'var(--radius)',
  cursorType: 'default',
  respectReducedMotion: true,
  fontSizes: { xs: '12px', sm: '13px', md: '13px', lg: '15px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '20px', xl: '28px' },
  components: {
    ModalRoot: Modal.Root.extend({
      defaultProps: { centered: true, size: 440, padding: 16, transitionProps: { duration: 0 } },
    }),
    TextInput: TextInput.extend(field),
    PasswordInput: PasswordInput.extend(field),
    Textarea: Textarea.extend(field),
    // By name alone: only the chunks that show them bring them along.
    NativeSelect: field,
    Autocomplete: {
      ...field,
      defaultProps: {
        ...field.defaultProps,
        // Inside of its dialog, where screen readers look for it; the list itself scrolls.
        comboboxProps: { withinPortal: false, floatingStrategy: 'fixed' },
        withScrollArea: false,
      },
      classNames: {
        ...field.classNames,
        dropdown: classes.dropdown,
        options: classes.options,
        option: classes.option,
      },
    },
    TagsInput: {
      ...field,
      styles: {
        ...field.styles,
        pill: { backgroundColor: 'var(--surface-selected)', color: 'var(--text)' },
      },
      defaultProps: {
        ...field.defaultProps,
        comboboxProps: { withinPortal: false, floatingStrategy: 'fixed' },
        withScrollArea: false,
      },
      classNames: {
        ...field.classNames,
        dropdown: classes.dropdown,
        options: classes.options,
        option: classes.option,
      },
    },
    SegmentedControl: SegmentedControl.extend({
      defaultProps: { size: 'sm', transitionDuration: 100 },
      styles: {
        root: {
          padding: 2,
          border: '1px solid var(--line-control)',
          backgroundColor: 'var(--surface-sunken)',
        },
        indicator: { backgroundColor: 'var(--surface-selected)', boxShadow: 'none' },
      },
    }),
  },
});

const variables = {
  '--mantine-color-body': 'var(--surface-raised)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text-quiet)',
  '--mantine-color-placeholder': 'var(--text-quiet)',
  '--mantine-color-error': 'var(--fault)',
  '--mantine-color-default': 'var(--surface-raised)',
  '--mantine-color-default-hover': 'var(--surface-hover)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--line-control)',
  '--mantine-primary-color-filled': 'var(--accent-text)',
  '--mantine-shadow-xl': 'var(--shadow)',
};

/** Points the kit's colours at the theme's, in both colour schemes alike: the tokens know the difference. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...variables, '--mantine-color-gray-4': 'var(--line-control)' },
  dark: {
    ...variables,
    '--mantine-color-dark-4': 'var(--line-control)',
    '--mantine-color-dark-6': 'var(--surface-raised)',
  },
});
