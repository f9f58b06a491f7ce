/**
 * What a module's own components are made from: Lit, the portal's client of the API and its parts.
 * At run time this is /portal/sdk.js, the same instance that the shell uses.
 */
export * from 'lit';
export { customElement, property, query, queryAll, state } from 'lit/decorators.js';
export { classMap } from 'lit/directives/class-map.js';
export { ifDefined } from 'lit/directives/if-defined.js';
export { repeat } from 'lit/directives/repeat.js';
export { dialogFooterRenderer, dialogRenderer } from '@vaadin/dialog/lit';
export { columnBodyRenderer } from '@vaadin/grid/lit';
export * from './api/client';
export * from './api/description';
export * from './api/events';
export * from './api/portal';
export * from './api/problem';
export * from './api/references';
export * from './api/store';
export { go, place, remember, type Place } from './app/router';
export * from './texts/format';
export { chosen, language, locale, t } from './texts/texts';
export { confirm } from './ui/confirm';
export { explained } from './ui/crm-failure';
export { notify, notifyFailure, notifyUndo } from './ui/notify';
export { base } from './ui/styles';
export { shown, spoken } from './ui/value';
import './ui/crm-badge';
import './ui/crm-field';
import './ui/crm-icon';
