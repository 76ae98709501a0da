/** The simulator in a process of its own, so that a client under test keeps its CPU. */
import { serveProcess } from './serve-process.ts';

await serveProcess(process.stdin, process.stdout);
