package io.cotangent.samples.nist;

import java.util.Map;

/** The curves by the names that the reference sets give them. */
final class Curves {

  private static final Map<String, Curve> BY_NAME =
      Map.ofEntries(
          Map.entry(
              "saturation",
              Curve.of(
                  ExponentialModels::saturation,
                  ExponentialModelsSaturationDerivatives::jacobian,
                  HandJacobians::saturation)),
          Map.entry(
              "chwirut",
              Curve.of(
                  ExponentialModels::chwirut,
                  ExponentialModelsChwirutDerivatives::jacobian,
                  HandJacobians::chwirut)),
          Map.entry(
              "lanczos",
              Curve.of(
                  ExponentialModels::lanczos,
                  ExponentialModelsLanczosDerivatives::jacobian,
                  HandJacobians::lanczos)),
          Map.entry(
              "gauss",
              Curve.of(
                  ExponentialModels::gauss,
                  ExponentialModelsGaussDerivatives::jacobian,
                  HandJacobians::gauss)),
          Map.entry(
              "mgh17",
              Curve.of(
                  ExponentialModels::mgh17,
                  ExponentialModelsMgh17Derivatives::jacobian,
                  HandJacobians::mgh17)),
          Map.entry(
              "mgh10",
              Curve.of(
                  ExponentialModels::mgh10,
                  ExponentialModelsMgh10Derivatives::jacobian,
                  HandJacobians::mgh10)),
          Map.entry(
              "nelson",
              new Curve(
                  (b, x) -> ExponentialModels.nelson(b, x[0], x[1]),
                  (b, x) -> ExponentialModelsNelsonDerivatives.jacobian(b, x[0], x[1]),
                  (b, x) -> HandJacobians.nelson(b, x[0], x[1]))),
          Map.entry(
              "eckerle4",
              Curve.of(
                  ExponentialModels::eckerle4,
                  ExponentialModelsEckerle4Derivatives::jacobian,
                  HandJacobians::eckerle4)),
          Map.entry(
              "rat42",
              Curve.of(
                  ExponentialModels::rat42,
                  ExponentialModelsRat42Derivatives::jacobian,
                  HandJacobians::rat42)),
          Map.entry(
              "rat43",
              Curve.of(
                  ExponentialModels::rat43,
                  ExponentialModelsRat43Derivatives::jacobian,
                  HandJacobians::rat43)),
          Map.entry(
              "misra1b",
              Curve.of(
                  RationalModels::misra1b,
                  RationalModelsMisra1bDerivatives::jacobian,
                  HandJacobians::misra1b)),
          Map.entry(
              "misra1c",
              Curve.of(
                  RationalModels::misra1c,
                  RationalModelsMisra1cDerivatives::jacobian,
                  HandJacobians::misra1c)),
          Map.entry(
              "misra1d",
              Curve.of(
                  RationalModels::misra1d,
                  RationalModelsMisra1dDerivatives::jacobian,
                  HandJacobians::misra1d)),
          Map.entry(
              "kirby2",
              Curve.of(
                  RationalModels::kirby2,
                  RationalModelsKirby2Derivatives::jacobian,
                  HandJacobians::kirby2)),
          Map.entry(
              "cubicOverCubic",
              Curve.of(
                  RationalModels::cubicOverCubic,
                  RationalModelsCubicOverCubicDerivatives::jacobian,
                  HandJacobians::cubicOverCubic)),
          Map.entry(
              "mgh09",
              Curve.of(
                  RationalModels::mgh09,
                  RationalModelsMgh09Derivatives::jacobian,
                  HandJacobians::mgh09)),
          Map.entry(
              "power",
              Curve.of(
                  OtherModels::power, OtherModelsPowerDerivatives::jacobian, HandJacobians::power)),
          Map.entry(
              "bennett5",
              Curve.of(
                  OtherModels::bennett5,
                  OtherModelsBennett5Derivatives::jacobian,
                  HandJacobians::bennett5)),
          Map.entry(
              "roszman1",
              Curve.of(
                  OtherModels::roszman1,
                  OtherModelsRoszman1Derivatives::jacobian,
                  HandJacobians::roszman1)),
          Map.entry(
              "enso",
              Curve.of(
                  OtherModels::enso, OtherModelsEnsoDerivatives::jacobian, HandJacobians::enso)));

  private Curves() {}

  /** The curve of that name. */
  static Curve named(String name) {
    Curve curve = BY_NAME.get(name);
    if (curve == null) {
      throw new IllegalArgumentException("no curve " + name);
    }
    return curve;
  }
}
