import '@fontsource-variable/inter/index.css';
import { mount } from 'svelte';
import './styles/base.css';
import './parts/theme.svelte';
import App from './App.svelte';

mount(App, { target: document.getElementById('app')! });

// On plain http from another machine there is none: the page works as before, and does not open without a network.
if (import.meta.env.PROD && 'serviceWorker' in navigator)
  addEventListener('load', () => void navigator.serviceWorker.register('/serviceWorker.js').catch((error: unknown) => console.warn('The page will not open without a network.', error)));
