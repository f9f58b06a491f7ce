import type { Grid } from '@vaadin/grid';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RecordPage } from '../../api/description';
import { go } from '../../app/router';
import type { Edited } from './crm-cell-editor';
import { cellOf } from './grid-parts';
import type { Held, Rows } from './rows';

interface Host extends ReactiveControllerHost {
  readonly page: RecordPage;
  readonly columns: readonly string[];
  readonly rows: Rows;
  readonly grid: Grid<Held>;
  href(held: Held): string;
}

interface At {
  readonly id: string;
  readonly name: string;
}

/** Which cell of the grid is edited, and how one gets there and away. */
export class CellEditing implements ReactiveController {
  at: At | null = null;

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  hostConnected(): void {
    this.stop();
  }

  stop(): void {
    this.move(null);
  }

  is(held: Held, name: string): boolean {
    return this.at !== null && this.at.id === held.id && this.at.name === name;
  }

  /** Enter opens or edits, F2 edits; the grid's own keys come after. */
  pressed(event: KeyboardEvent): void {
    const cell = event.composedPath()[0];
    if (!(cell instanceof HTMLTableCellElement) || (event.key !== 'Enter' && event.key !== 'F2')) {
      return;
    }
    const context = this.host.grid.getEventContext(event);
    const [held, name] = [context.item, context.column?.path];
    if (event.key === 'Enter' && held !== undefined && name === this.host.columns[0]) {
      event.stopPropagation();
      go(this.host.href(held));
    } else {
      this.begin(event);
    }
  }

  /** Edits the cell of an event, if that is the reader's to edit. */
  begin(event: MouseEvent | KeyboardEvent): void {
    const context = this.host.grid.getEventContext(event);
    const [held, name] = [context.item, context.column?.path];
    if (context.section === 'body' && held !== undefined && !held.gone && this.editable(name)) {
      event.preventDefault();
      event.stopPropagation();
      this.move({ id: held.id, name });
    }
  }

  readonly edited = (event: CustomEvent<Edited>): void => {
    const { row, step } = event.detail;
    const editor = event.target as Element;
    const was = this.at;
    const held = was === null ? undefined : this.host.rows.of(was.id);
    if (held !== undefined && row !== null) {
      held.row = { ...held.row, ...row };
    }
    if (was === null || !editor.isConnected) {
      this.move(null);
      return;
    }
    const fields = this.host.columns.filter((each) => this.editable(each));
    const name = step === 0 ? undefined : fields[fields.indexOf(was.name) + step];
    const cell = cellOf(editor);
    const focused = editor.matches(':focus-within');
    this.move(name === undefined ? null : { id: was.id, name });
    if (this.at === null && focused && cell instanceof HTMLElement) {
      cell.focus();
    }
  };

  private editable(name: string | null | undefined): name is string {
    const page = this.host.page;
    const can = page.can['update'] === true && !page.read_only;
    return can && typeof name === 'string' && page.list.editable.includes(name);
  }

  private move(at: At | null): void {
    this.at = at;
    this.host.requestUpdate();
  }
}
