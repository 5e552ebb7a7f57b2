// The first page: what stands open now for those who keep watch, a home for everybody else.
import { lazyRouteComponent } from '@tanstack/react-router';
import { useHas } from './may.ts';

const Now = lazyRouteComponent(() => import('../pages/now.tsx'), 'NowPage');
const Home = lazyRouteComponent(() => import('../pages/home.tsx'), 'HomePage');

export function FrontPage() {
  return useHas('read-watch') ? <Now /> : <Home />;
}

/** Fetches the page of those who keep watch with the router's own look ahead. */
FrontPage.preload = () => Now.preload?.();
