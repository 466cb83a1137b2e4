import '@peilglas/elements/define';
import { mount } from 'svelte';
import Dashboard from './dashboard.svelte';

const endpoint = document.querySelector('meta[name=peilglas-endpoint]').content;
mount(Dashboard, { target: document.getElementById('app'), props: { endpoint } });
