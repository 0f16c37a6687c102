import { existsSync } from 'node:fs';

// npm runs its commands in the project's folder. What is in the environment already stands; the file only adds to it.
if (existsSync('.env')) process.loadEnvFile('.env');
