import { expect, test } from 'vitest';
import { failureOfStatus, OWN_MAP_STATUS, templateHost, templateProblem } from './ownMap.ts';

test('templates name one host and a tile, and nothing else', () => {
  const cases = [
    ['https://tiles.example.com/{z}/{x}/{y}.png', null],
    ['https://tiles.example.com/{z}/{x}/{y}?key=a', null],
    ['http://localhost:8080/{z}/{x}/{y}', null],
    ['http://[::1]:8080/{z}/{x}/{y}', null],
    ['tiles.example.com/{z}/{x}/{y}', 'not_an_address'],
    ['', 'not_an_address'],
    ['http://tiles.example.com/{z}/{x}/{y}', 'not_https'],
    ['http://localhost.example.com/{z}/{x}/{y}', 'not_https'],
    ['file:///tiles/{z}/{x}/{y}', 'not_https'],
    ['https://a:b@tiles.example.com/{z}/{x}/{y}', 'has_sign_in'],
    ['https://{s}.example.com/{z}/{x}/{y}', 'place_in_host'],
    ['https://tiles.example.com/{z}/{x}.png', 'place_missing'],
    ['https://tiles.example.com/{z}/{x}/{y}{r}.png', 'place_unknown'],
  ] as const;
  for (const [template, problem] of cases)
    expect(templateProblem(template), template).toBe(problem);
});

test('the host is told with its port', () => {
  expect(templateHost('http://localhost:8080/{z}/{x}/{y}')).toBe('localhost:8080');
  expect(templateHost('nothing')).toBe('');
});

test('each failure has a status of its own', () => {
  const statuses = Object.values(OWN_MAP_STATUS);
  expect(new Set(statuses).size).toBe(statuses.length);
});

test('a status says what went wrong; an unknown one that the server failed', () => {
  expect(failureOfStatus(410)).toBe('file_gone');
  expect(failureOfStatus(504)).toBe('unreachable');
  expect(failureOfStatus(0)).toBe('server_failed');
});
