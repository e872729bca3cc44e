import type { ApiObject } from './apiObject';

/** Objects the client keeps by reference (tracked ranges), until it lets go of them. */
export class References {
  private readonly objects = new Map<string, ApiObject>();
  private readonly ids = new Map<ApiObject, string>();
  private next = 1;

  keep(object: ApiObject): string {
    let id = this.ids.get(object);
    if (id === undefined) {
      id = `ref_${this.next++}`;
      this.ids.set(object, id);
      this.objects.set(id, object);
    }
    return id;
  }

  release(id: string): void {
    const object = this.objects.get(id);
    if (!object) return;
    this.objects.delete(id);
    this.ids.delete(object);
  }

  get(id: string): ApiObject | undefined {
    return this.objects.get(id);
  }

  idOf(object: ApiObject): string | undefined {
    return this.ids.get(object);
  }

  get size(): number {
    return this.objects.size;
  }
}
