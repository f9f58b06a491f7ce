import './app/crm-app';
import { startRouter } from './app/router';
import { language } from './texts/texts';
import { showTheme, theme } from './ui/theme';

document.documentElement.lang = language();
showTheme(theme.value);
startRouter();
