import type { StorybookConfig } from '@storybook/web-components-vite';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-themes'],
  // Fetched by the stand-in endpoint, as a page would fetch them.
  staticDirs: [
    { from: '../stories/data', to: '/figures' },
    { from: '../demo/shapes', to: '/shapes' },
  ],
  // Nothing leaves the machine: no usage figures, no crash reports, no questions about newer versions.
  core: { disableTelemetry: true, enableCrashReports: false, disableWhatsNewNotifications: true },
  // The toolbar has menus of our own for width and ground.
  features: { sidebarOnboardingChecklist: false, viewport: false, backgrounds: false },
  viteFinal: ({ optimizeDeps, ...vite }) => ({
    ...vite,
    // Addresses inside the bundle are relative, so that it can be served from any folder.
    base: './',
    // The renderer's own import of lit, which would otherwise be a second copy while developing.
    optimizeDeps: { ...optimizeDeps, include: [...(optimizeDeps?.include ?? []), 'lit/directive-helpers.js'] },
  }),
};

export default config;
