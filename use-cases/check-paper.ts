import type { IssuedPaper } from '../domain/paper';
import type { Limits, Papers } from './ports';

/** A person checks a paper or three; a machine is slowed down. */
const CHECKS = { times: 20, seconds: 600 };

/**
 * Whether a printed paper is genuine, by its code. Every wrong code has the same answer, `no_such_paper`; whoever asks
 * more than 20 times in ten minutes hears `too_often`.
 */
export async function checkPaper(
  { papers, limits }: { papers: Papers; limits: Limits },
  { code, askedBy }: { code: string; askedBy: string },
): Promise<IssuedPaper | 'no_such_paper' | 'too_often'> {
  if (!(await limits.allows('check', askedBy, CHECKS))) return 'too_often';
  return (await papers.find(code)) ?? 'no_such_paper';
}
