import { createRouter, createWebHistory } from 'vue-router';
import { base } from '@/lib/base';
import { speakOfAll } from '@/lib/language';

// The service answers these with the page (Http/Pages.cs has the same list); whatever else is asked for is not there.
export const router = createRouter({
  history: createWebHistory(base),
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? undefined : { top: 0 }),
  routes: [
    { path: '/', component: () => import('@/pages/overview/OverviewPage.vue'), meta: { nav: 'overview' } },
    { path: '/registers', redirect: (to) => ({ path: '/registers/societies', query: to.query }) },
    { path: '/registers/people', component: () => import('@/pages/registers/PeoplePage.vue'), meta: { nav: 'registers' } },
    { path: '/registers/:list', component: () => import('@/pages/registers/RegisterPage.vue'), meta: { nav: 'registers' } },
    { path: '/societies/:id', component: () => import('@/pages/society/SocietyPage.vue'), meta: { nav: 'registers' } },
    { path: '/branches/:id', component: () => import('@/pages/branch/BranchPage.vue'), meta: { nav: 'registers' } },
    { path: '/members/:id', component: () => import('@/pages/member/MemberPage.vue'), meta: { nav: 'registers' } },
    { path: '/assessment', component: () => import('@/pages/assessment/AssessmentPage.vue'), meta: { nav: 'assessment' } },
    { path: '/assessment/entries/:id', component: () => import('@/pages/assessment/EntryPage.vue'), meta: { nav: 'assessment' } },
    { path: '/analysis', component: () => import('@/pages/analysis/AnalysisPage.vue'), meta: { nav: 'analysis' } },
    { path: '/change', component: () => import('@/pages/change/ChangePage.vue'), meta: { nav: 'change' } },
    { path: '/change/:mutation', component: () => import('@/pages/change/MutationPage.vue'), meta: { nav: 'change' } },
    { path: '/import', component: () => import('@/pages/imports/ImportPage.vue'), meta: { nav: 'import' } },
    { path: '/reports', component: () => import('@/pages/reports/ReportsPage.vue'), meta: { nav: 'reports' } },
    { path: '/board', component: () => import('@/pages/board/BoardPage.vue'), meta: { bare: true } },
    { path: '/tokens', component: () => import('@/pages/tokens/TokensPage.vue'), meta: { nav: 'tokens' } },
    { path: '/developers', component: () => import('@/pages/developers/DevelopersPage.vue'), meta: { nav: 'developers' } },
    { path: '/:rest(.*)*', component: () => import('@/pages/NotFoundPage.vue') },
  ],
});

router.beforeResolve((to) => (to.path === '/' ? undefined : speakOfAll()));
