import { Hono } from 'hono';
import { listen } from './serve-operations';
import { createStaffApi, type StaffApiDeps } from './staff-api/staff-api';

interface Settings {
  readonly staffApi: { readonly host: string; readonly port?: number };
}

/** Opens the staff's door over HTTP, on a port of its own, if the settings name one, and resolves to its end. */
export function serveStaffApi(
  { staffApi: { host, port } }: Settings,
  deps: StaffApiDeps,
): () => Promise<void> {
  if (!port) return () => Promise.resolve();
  return listen(new Hono().route('/staff', createStaffApi(deps)), { host, port });
}
