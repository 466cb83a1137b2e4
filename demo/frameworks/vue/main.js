import '@peilglas/elements/define';
import { createApp } from 'vue';
import Dashboard from './dashboard.vue';

const endpoint = document.querySelector('meta[name=peilglas-endpoint]').content;
createApp(Dashboard, { endpoint }).mount('#app');
