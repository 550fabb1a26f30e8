package io.cotangent.operators;

import java.util.Arrays;

/**
 * Where a symmetric matrix can be different from zero, and a star colouring of it: no two
 * neighbours have one colour, and no path of four vertices has two colours (A. H. Gebremedhin, F.
 * Manne and A. Pothen, "What color is your Jacobian?", 2005, algorithm 4.1).
 */
public final class Sparsity {
  private final int[][] neighbours;
  private final int[] colours;
  private final int colourCount;

  /**
   * A pattern.
   *
   * @param entries for each row the columns that can be different from zero; the diagonal always
   *     counts, and each entry counts with its mirror image
   */
  public Sparsity(int[][] entries) {
    int n = entries.length;
    boolean[][] pattern = new boolean[n][n];
    for (int i = 0; i < n; i++) {
      for (int j : entries[i]) {
        if (j < 0 || j >= n) {
          throw new IllegalArgumentException("row " + i + " has a column " + j + " of " + n);
        }
        pattern[i][j] = i != j;
        pattern[j][i] = i != j;
      }
    }
    neighbours = new int[n][];
    for (int i = 0; i < n; i++) {
      boolean[] row = pattern[i];
      neighbours[i] = java.util.stream.IntStream.range(0, n).filter(j -> row[j]).toArray();
    }
    colours = new int[n];
    Arrays.fill(colours, -1);
    int most = 0;
    for (int v = 0; v < n; v++) {
      colours[v] = firstAllowed(v);
      most = Math.max(most, colours[v] + 1);
    }
    colourCount = most;
  }

  private int firstAllowed(int v) {
    boolean[] forbidden = new boolean[colours.length + 1];
    for (int w : neighbours[v]) {
      if (colours[w] >= 0) {
        forbidden[colours[w]] = true;
      }
      for (int x : neighbours[w]) {
        if (x != v && colours[x] >= 0 && (colours[w] < 0 || hasOther(x, w))) {
          forbidden[colours[x]] = true;
        }
      }
    }
    int colour = 0;
    while (forbidden[colour]) {
      colour++;
    }
    return colour;
  }

  /** Whether x has a neighbour beside w of w's colour. */
  private boolean hasOther(int x, int w) {
    for (int y : neighbours[x]) {
      if (y != w && colours[y] == colours[w]) {
        return true;
      }
    }
    return false;
  }

  /** {@return the number of rows} */
  public int size() {
    return neighbours.length;
  }

  /** {@return the number of colours, and of products that the matrix takes} */
  public int colours() {
    return colourCount;
  }

  /**
   * A colour.
   *
   * @param vertex a row
   * @return the row's colour, from 0
   */
  public int colour(int vertex) {
    return colours[vertex];
  }

  /**
   * The columns of a row that can be different from zero.
   *
   * @param vertex a row
   * @return the columns but the row's own, ascending
   */
  public int[] neighbours(int vertex) {
    return neighbours[vertex].clone();
  }

  /**
   * Whether a column is the only one of its colour among a row's entries, diagonal included.
   *
   * @param row a row
   * @param column a column of its pattern
   * @return whether a product with the colour's vector has the entry in that row
   */
  public boolean isAlone(int row, int column) {
    return colours[row] != colours[column] && !hasOther(row, column);
  }
}
