import type { ThemeConfig } from 'antd';

/** Text on its background has at least the contrast of WCAG AA; Ant Design's own greys and blue have less. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0f6674',
    colorLink: '#0f5566',
    colorError: '#b42318',
    colorSuccess: '#1b6e3c',
    colorWarning: '#8a5a00',
    // Made of such dark colours these would be muddy greys, with too little contrast.
    colorPrimaryBg: '#e3f1f3',
    colorPrimaryBgHover: '#d3e8eb',
    colorSuccessBg: '#e8f5ec',
    colorSuccessBorder: '#7fb894',
    colorErrorBg: '#fdecea',
    colorErrorBorder: '#e0a39d',
    colorWarningBg: '#fff7e6',
    colorWarningBorder: '#e2b93b',
    colorText: '#1f2933',
    colorTextSecondary: '#47515d',
    colorTextTertiary: '#565f6b',
    colorTextDescription: '#565f6b',
    colorTextPlaceholder: '#646d79',
    colorTextQuaternary: '#646d79',
    colorBorder: '#87909c',
    borderRadius: 6,
    // Who asked the system for less motion gets none.
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    fontFamily:
      "-apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif",
  },
};
