import { describe, expect, it } from 'vitest';
import { painted } from './painted';

describe('a colour', () => {
  it('that was mixed is written as red, green and blue', () => {
    expect(painted('color(srgb 0.2 0.4 1)')).toBe('rgb(51, 102, 255)');
    expect(painted('color(srgb 1 1 1 / 0.5)')).toBe('rgb(255, 255, 255)');
  });

  it('stays as it is where it is so already', () => {
    expect(painted('rgb(1, 2, 3)')).toBe('rgb(1, 2, 3)');
  });
});
