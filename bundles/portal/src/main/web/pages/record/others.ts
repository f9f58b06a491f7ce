import { get } from '../../api/client';
import type { Row } from '../../api/description';
import { onChange, type Change } from '../../api/events';
import { Problem } from '../../api/problem';
import type { RecordModel } from './record-model';

/** Keeps a record as others make it, until it is called off. */
export function follow(model: RecordModel): () => void {
  return onChange((change) => {
    const ours = change === null || (change.type === model.page?.name && change.id === model.id);
    if (!ours || known(model, change) || model.isNew || model.row === null) {
      return;
    }
    if (change?.action === 'deleted') {
      model.tell({ gone: true });
    } else {
      void refresh(model, change?.by ?? null);
    }
  });
}

function known(model: RecordModel, change: Change | null): boolean {
  return change?.version != null && Number(model.row?.['version'] ?? -1) > change.version;
}

async function refresh(model: RecordModel, by: string | null): Promise<void> {
  const { place } = model;
  try {
    const row = await get<Row>(place);
    if (place === model.place && !model.busy) {
      model.take(row, by);
    }
  } catch (failure) {
    // Nothing of what is typed goes away with the record; without a connection the next event tells.
    if (failure instanceof Problem && failure.status === 404 && place === model.place) {
      model.tell({ gone: true });
    }
  }
}
