// Leaving: the session ends on the server, and nothing that it answered stays in the page.
import { useQueryClient } from '@tanstack/react-query';
import { send } from '../api/client.ts';

export function useSignOut(): () => void {
  const answers = useQueryClient();
  return () => {
    void send('/api/auth/sign-out', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    }).finally(() => {
      answers.clear();
      location.assign('/sign-in');
    });
  };
}
