package org.crmportal.rest.internal.json;

/** Keeps the shape of every record class for as long as the class is there. */
public final class Shapes {

  private final ClassValue<Shape> shapes =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return new Shape(type);
        }
      };

  /** The shape of a record class. */
  public Shape of(Class<?> type) {
    return shapes.get(type);
  }
}
