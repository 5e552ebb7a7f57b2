// Keys of social networks, media and video. Forms: the networks' documentation, and the catalogues of gitleaks and betterleaks
// (MIT), kingfisher (Apache-2.0).
import type { CatalogueEntry } from '../catalogue-entry.ts';
import { issued } from './issued.ts';

export const SOCIAL: readonly CatalogueEntry[] = [
  ...issued(
    { issuer: 'Meta', link: 'https://developers.facebook.com/docs/facebook-login/security', rotate: ['Reset the app secret in the App Dashboard, or invalidate the token by ending the session.', 'Require the app secret proof for API calls.', 'Look at the activity log of the page or app.'] },
    { id: 'facebook-access-token', title: 'Facebook app access token', opens: 'one service', form: { token: /(?<!\d)\d{15,16}(?:\||%7C)[A-Za-z0-9_-]{27,40}/ }, keywords: ['facebook', 'graph', 'access_token'], entropy: 3 },
    { id: 'facebook-page-access-token', title: 'Facebook page or user access token', opens: 'messages', form: { token: /EAA[A-Z][A-Za-z0-9]{100,400}/ }, keywords: ['eaam', 'eaac', 'eaag', 'eaab', 'eaae', 'eaad', 'eaai', 'eaaj', 'eaaf', 'eaah', 'eaal', 'eaao', 'eaap', 'eaaa', 'eaak', 'eaan', 'eaaq', 'eaar', 'eaas', 'eaat', 'eaau', 'eaav', 'eaaw', 'eaax', 'eaay', 'eaaz'], entropy: 4 },
    { id: 'facebook-secret', title: 'Facebook app secret', opens: 'one service', form: { names: ['facebook', 'fb_app', 'fb_secret'], value: /[A-Fa-f0-9]{32}/ }, entropy: 3 },
    { id: 'instagram-access-token', title: 'Instagram access token', opens: 'messages', form: { token: /IGQ[VW][A-Za-z0-9_-]{100,300}/ }, keywords: ['igqv', 'igqw'], entropy: 4 },
  ),
  ...issued(
    { issuer: 'X (Twitter)', link: 'https://docs.x.com', rotate: ['Regenerate the keys and tokens in the developer portal.', 'Look at posts and messages sent by the app.'] },
    { id: 'twitter-access-secret', title: 'Twitter access token secret', opens: 'messages', form: { names: ['twitter'], value: /[A-Za-z0-9]{45}/ }, entropy: 3 },
    { id: 'twitter-access-token', title: 'Twitter access token', opens: 'messages', form: { names: ['twitter'], value: /[0-9]{15,25}-[A-Za-z0-9]{20,40}/ } },
    { id: 'twitter-api-key', title: 'Twitter API key', opens: 'one service', form: { names: ['twitter'], value: /[A-Za-z0-9]{25}/ }, entropy: 3 },
    { id: 'twitter-api-secret', title: 'Twitter API key secret', opens: 'messages', form: { names: ['twitter'], value: /[A-Za-z0-9]{50}/ }, entropy: 3 },
    { id: 'twitter-bearer-token', title: 'Twitter bearer token', opens: 'one service', form: { token: /[aA]{22}[A-Za-z0-9%]{80,100}/ }, keywords: ['aaaaaaaaaaaaaaaaaaaaaa'], entropy: 3 },
  ),
  ...issued(
    { issuer: 'LinkedIn', link: 'https://learn.microsoft.com/linkedin/', rotate: ['Generate a new client secret in the developer portal, deploy it, then delete the old one.', 'Look at the app’s usage.'] },
    { id: 'linkedin-client-id', title: 'LinkedIn client id', opens: 'little', form: { names: ['linkedin', 'linked_in', 'linked-in'], value: /[A-Za-z0-9]{14}/ }, entropy: 2 },
    { id: 'linkedin-client-secret', title: 'LinkedIn client secret', opens: 'messages', form: { names: ['linkedin', 'linked_in', 'linked-in'], value: /[A-Za-z0-9]{16}/ }, entropy: 2 },
    { id: 'linkedin-prefixed-client-secret', title: 'LinkedIn client secret of the new form', opens: 'messages', form: { token: /WPL_AP\d\.[A-Za-z0-9]{16}\.[A-Za-z0-9+/]{4,8}={1,2}/ }, keywords: ['wpl_ap'] },
  ),
  ...issued(
    { issuer: 'Twitch', link: 'https://dev.twitch.tv/docs/', rotate: ['Make a new client secret in the developer console.', 'Reset the stream key if it leaked.'] },
    { id: 'twitch-api-token', title: 'Twitch API token', opens: 'messages', form: { names: ['twitch'], value: /[A-Za-z0-9]{30}/ }, entropy: 3 },
    { id: 'flickr-access-token', issuer: 'Flickr', link: 'https://www.flickr.com/services/api/', title: 'Flickr API key', opens: 'one service', form: { names: ['flickr'], value: /[A-Za-z0-9]{32}/ } },
    { id: 'spotify-client-secret', issuer: 'Spotify', link: 'https://developer.spotify.com/documentation', title: 'Spotify client secret', opens: 'one service', form: { names: ['spotify'], value: /[a-f0-9]{32}/ }, entropy: 3 },
    { id: 'tiktok-access-token', issuer: 'TikTok', link: 'https://developers.tiktok.com', title: 'TikTok access token', opens: 'messages', form: { token: /act\.[A-Za-z0-9]{60,80}(?:![0-9]{4}\.[a-z0-9]{2,4})?/ }, keywords: ['act.'], entropy: 4.5 },
    { id: 'reddit-client-secret', issuer: 'Reddit', link: 'https://www.reddit.com/dev/api/', title: 'Reddit client secret', opens: 'messages', form: { names: ['reddit'], value: /[\w-]{27}/ }, entropy: 3.5 },
    { id: 'frameio-api-token', issuer: 'Frame.io', link: 'https://developer.adobe.com/frameio/', title: 'Frame.io token', opens: 'data', form: { token: /fio-u-[A-Za-z0-9_=-]{64}/ }, keywords: ['fio-u-'] },
    { id: 'zoom-client-secret', issuer: 'Zoom', link: 'https://developers.zoom.us', title: 'Zoom client secret', opens: 'messages', form: { names: ['zoom_client', 'zoom_secret', 'zoom_api', 'zoom_sdk'], value: /[A-Za-z0-9]{32}/ }, entropy: 3.5 },
    { id: 'giphy-api-key', issuer: 'Giphy', link: 'https://developers.giphy.com', title: 'Giphy API key', opens: 'little', form: { names: ['giphy'], value: /[A-Za-z0-9]{32}/ }, entropy: 3.5 },
    { id: 'nytimes-access-token', issuer: 'The New York Times', link: 'https://developer.nytimes.com', title: 'New York Times API key', opens: 'little', form: { names: ['nytimes', 'new-york-times', 'newyorktimes'], value: /[\w=-]{32}/ }, entropy: 3 },
    { id: 'cloudinary-url', issuer: 'Cloudinary', link: 'https://cloudinary.com/documentation', title: 'Cloudinary address with its secret', opens: 'data', form: { token: /cloudinary:\/\/\d{12,18}:[\w-]{20,40}@[\w-]{1,60}/ }, keywords: ['cloudinary://'] },
    { id: 'livekit-api-secret', issuer: 'LiveKit', link: 'https://docs.livekit.io', title: 'LiveKit API secret', opens: 'messages', form: { names: ['livekit'], value: /[A-Za-z0-9]{43,44}/ }, entropy: 4 },
  ),
];
