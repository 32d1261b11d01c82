/** The server of `npm run dev`, from its sources: run with tsx. */
import { main } from '../src/main.ts';

process.exitCode = await main(process.argv.slice(2));
