import { vi } from 'vitest';

// What the texts ask a browser for, where the tests run without one.
vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });
vi.stubGlobal('navigator', { languages: ['en'] });
