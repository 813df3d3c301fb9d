import '@fontsource-variable/inter/index.css';
import { mount } from 'svelte';
import './styles/base.css';
import './parts/theme.svelte';
import App from './App.svelte';

mount(App, { target: document.getElementById('app')! });
