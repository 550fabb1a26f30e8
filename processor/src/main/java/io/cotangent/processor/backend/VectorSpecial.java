package io.cotangent.processor.backend;

/** The runtime's special functions once more, statement by statement, with vectors. */
final class VectorSpecial {
  private VectorSpecial() {}

  /** As {@code ErrorFunctions.expMinusHalfSquare}. */
  static final String EXP_MINUS_HALF_SQUARE =
      """
      double[] e = new double[count];
      for (int i = 0; i < count; i += S.length()) {
        DoubleVector a = DoubleVector.fromArray(S, x, at + i);
        a.mul(a).mul(-0.5).lanewise($T.EXP).intoArray(e, i);
      }
      for (int i = 0; i < count; i += S.length()) {
        DoubleVector a = DoubleVector.fromArray(S, x, at + i).abs();
        DoubleVector high = a.reinterpretAsLongs().and(-1L << 27).reinterpretAsDoubles();
        DoubleVector low = a.sub(high);
        DoubleVector error = high.mul(high).sub(a.mul(a)).add(high.mul(2.0).mul(low)).add(low.mul(low));
        DoubleVector first = DoubleVector.fromArray(S, e, i);
        first.sub(first.mul(error.mul(0.5))).intoArray(e, i);
      }
      return e;
      """;

  /** As {@code ErrorFunctions.normalPdf}. */
  static final String NORMAL_PDF =
      """
      double[] e = expMinusHalfSquare(x, at, count);
      for (int i = 0; i < count; i += S.length()) {
        DoubleVector v = DoubleVector.fromArray(S, x, at + i);
        DoubleVector.fromArray(S, e, i).mul(0.3989422804014327)
            .blend(0.0, v.abs().compare($T.GE, 38.7)).blend(v, v.compare($T.NE, v))
            .intoArray(x, at + i);
      }
      """;

  /** As {@code ErrorFunctions.normalCdf}. */
  static final String NORMAL_CDF =
      """
      double[] e = expMinusHalfSquare(x, at, count);
      double[] q = new double[count];
      for (int i = 0; i < count; i += S.length()) {
        DoubleVector a = DoubleVector.fromArray(S, x, at + i).abs();
        DoubleVector z = a.mul(a);
        DoubleVector qEven = z.mul(4.167673105077967e-06).add(0.0007126281118510735).mul(z)
            .add(0.03005653720057361).mul(z).add(0.412086956450447).mul(z)
            .add(1.6810459129365507).mul(z).add(1.0);
        DoubleVector qOdd = z.mul(1.281666072068182e-07).add(6.766658827105588e-05).mul(z)
            .add(0.005359587285221093).mul(z).add(0.12785184779105566).mul(z)
            .add(0.9873762167958519).mul(z).add(1.8436159357222832);
        a.mul(qOdd).add(qEven).intoArray(q, i);
      }
      for (int i = 0; i < count; i += S.length()) {
        DoubleVector v = DoubleVector.fromArray(S, x, at + i);
        DoubleVector a = v.abs();
        DoubleVector z = a.mul(a);
        DoubleVector pEven = z.mul(3.21266041487454e-07).add(0.00016897245132269152).mul(z)
            .add(0.013098475730438505).mul(z).add(0.29528045966641936).mul(z)
            .add(1.9560569208924123).mul(z).add(2.0);
        DoubleVector pOdd = z.mul(1.0446807244673069e-05).add(0.0017654001599416308).mul(z)
            .add(0.07187244611625766).mul(z).add(0.8993572499578489).mul(z)
            .add(2.7763727184192954);
        DoubleVector qs = DoubleVector.fromArray(S, q, i);
        DoubleVector.fromArray(S, e, i).mul(qs)
            .div(a.mul(2.5066282746310007).mul(qs).add(a.mul(pOdd).add(pEven)))
            .intoArray(e, i);
      }
      for (int i = 0; i < count; i += S.length()) {
        DoubleVector v = DoubleVector.fromArray(S, x, at + i);
        DoubleVector lower = DoubleVector.fromArray(S, e, i)
            .blend(0.0, v.abs().compare($T.GE, 38.7));
        lower.blend(lower.neg().add(1.0), v.compare($T.GT, 0.0))
            .blend(v, v.compare($T.NE, v)).intoArray(x, at + i);
      }
      """;
}
