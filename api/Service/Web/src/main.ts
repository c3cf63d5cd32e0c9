import '@/styles/tokens.css';
import '@/styles/base.css';
import '@/styles/parts.css';
import '@/styles/print.css';
import urql from '@urql/vue';
import { createApp } from 'vue';
import App from '@/App.vue';
import { client } from '@/lib/api';
import { startLanguage } from '@/lib/language';
import { router } from '@/router';

await startLanguage();
createApp(App).use(urql, client).use(router).mount('#app');
