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
export type { components } from '@crm/api';
export * from './api/attempt';
export * from './api/client';
export * from './api/description';
export * from './api/download';
export * from './api/drafts';
export * from './api/events';
export * from './api/groups';
export * from './api/portal';
export * from './api/problem';
export * from './api/references';
export * from './api/store';
export { go, place, remember, type Place } from './app/router';
export { addShortcuts, Shortcuts, type Shortcut } from './app/shortcuts';
export * from './texts/format';
export { chosen, language, locale, t, texts, type Texts } from './texts/texts';
export { choices } from './ui/choices';
export { confirm } from './ui/confirm';
export { copyable } from './ui/crm-copy';
export { explained } from './ui/crm-failure';
export { notify, notifyFailure, notifyUndo } from './ui/notify';
export type { Outcome } from './ui/open-component';
export { Loading } from './ui/loading';
export { sheet } from './ui/sheet';
export { base } from './ui/styles';
export { shown, spoken } from './ui/value';
import '@vaadin/checkbox';
import '@vaadin/combo-box';
import '@vaadin/date-picker';
import '@vaadin/integer-field';
import '@vaadin/multi-select-combo-box';
import '@vaadin/progress-bar';
import '@vaadin/select';
import '@vaadin/text-area';
import '@vaadin/text-field';
import './ui/crm-badge';
import './ui/crm-field';
import './ui/crm-icon';
