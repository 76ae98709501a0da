export { exportAgainstBare } from './export-against-bare.ts';
export { growth } from './growth.ts';
export { peakMemory } from './peak-memory.ts';
export { realCosts } from './real-costs.ts';
export { splitterMemory } from './splitter-memory.ts';
export { splitterSpeed } from './splitter-speed.ts';
export { startUp } from './start-up.ts';
