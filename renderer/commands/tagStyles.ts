/* In this order: each may lay its own over the one before. */
import '../connect/dialog/comboboxStyles.ts';
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/CloseButton.css';
import '@mantine/core/styles/Pill.css';
import '@mantine/core/styles/PillsInput.css';
