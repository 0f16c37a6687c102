import { reroute } from '../domain/hand-over';
import { changing } from './change-appeal';

/** A moderator passes an appeal to a department, its own one after the first look; its card moves there. */
export const rerouteAppeal = changing<{ department: string }>('reroute', reroute);
