import { expect, test } from 'vitest';
import { numberTerms, textTerms, withTerm } from './terms.ts';

test('a text of one word stands bare, others in quotation marks', () => {
  expect(textTerms('group', 'Pool')).toEqual({ only: 'group:Pool', without: '-group:Pool' });
  expect(textTerms('group', 'Field service')?.only).toBe('group:"Field service"');
  expect(textTerms('tag', '5" screen')?.only).toBe('tag:"5 screen"');
  expect(textTerms('group', '')).toBeNull();
  expect(textTerms('group', null)).toBeNull();
});

test('a number divides the vehicles in two', () => {
  expect(numberTerms('soc', 20)).toEqual({ only: 'soc<=20', without: 'soc>20' });
  expect(numberTerms('soc', null)).toBeNull();
});

test('a term is added once', () => {
  expect(withTerm('', 'make:ford')).toBe('make:ford');
  expect(withTerm('  pool ', 'make:ford')).toBe('pool make:ford');
  expect(withTerm('make:ford pool', 'make:ford')).toBe('make:ford pool');
  expect(withTerm('make:fordham', 'make:ford')).toBe('make:fordham make:ford');
});
