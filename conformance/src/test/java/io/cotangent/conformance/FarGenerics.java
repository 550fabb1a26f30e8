package io.cotangent.conformance;

/** Generic classes that methods of another file use. */
final class FarGenerics {
  private FarGenerics() {}

  /** Something with a size. */
  interface Sized {
    int size();
  }

  /** Data of any kind. */
  abstract static class Data implements Sized {
    double[] data;
    int columns;

    @Override
    public int size() {
      return data.length;
    }
  }

  /** Rows of numbers. */
  static final class Rows extends Data {
    Rows(int columns, double... data) {
      this.data = data;
      this.columns = columns;
    }
  }

  /** A part of something. */
  abstract static class Part<T extends Sized> {
    T original;
    int first;
  }

  /** A part of data. */
  static final class DataPart extends Part<Data> {
    DataPart(Data original, int first) {
      this.original = original;
      this.first = first;
    }
  }

  /** What works on something. */
  interface Work<T extends Sized> {
    double of(T on, double x);
  }

  /** Works on data. */
  record Scaled(double by) implements Work<Data> {
    @Override
    public double of(Data on, double x) {
      return on.data[0] * by * x;
    }
  }
}
