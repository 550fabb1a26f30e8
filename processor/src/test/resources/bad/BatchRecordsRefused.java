package bad;

import io.cotangent.Batched;
import io.cotangent.Differentiable;

class BatchRecordsRefused {
  record Market(double rate, double[][] vols) {}

  record Option(double spot, Market market, int kind, String name) {}

  record Body(double x, double v) {}

  @Differentiable
  @Batched(over = {"o.spot", "o.market.rates", "o.kinds"})
  static double parts(Option o) {
    return o.spot() * o.market().rate();
  }

  @Differentiable
  @Batched(over = "o")
  static double whole(Option o) {
    return o.spot() * o.market().vols()[0][0];
  }

  @Differentiable
  @Batched(over = "o")
  static double named(Option o) {
    return o.spot() * o.name().length();
  }

  @Differentiable
  @Batched(over = "b", gpu = true)
  static double nullable(Body b, double s) {
    Body last = null;
    for (int i = 0; i < 2; i++) {
      s += last == null ? b.x() : last.v();
      last = b;
    }
    return s;
  }
}

// error 15:17 over names 'o.market.rates': name some of the parameters o, o.spot, o.market, o.market.rate, o.market.vols, o.kind [cotangent:batch-over]
// error 15:17 over names 'o.kinds': name some of the parameters o, o.spot, o.market, o.market.rate, o.market.vols, o.kind [cotangent:batch-over]
// error 21:17 'o.market.vols' of type double[][] can't be part of a batch: batch numbers, booleans and arrays of them of rank one (flatten others), and differentiate only by double, float and arrays of them [cotangent:batch-type]
// error 27:17 'o.market.vols' of type double[][] can't be part of a batch: batch numbers, booleans and arrays of them of rank one (flatten others), and differentiate only by double, float and arrays of them [cotangent:batch-type]
// error 27:17 'o.name' of type java.lang.String can't be part of a batch: batch numbers, booleans and arrays of them of rank one (flatten others), and differentiate only by double, float and arrays of them [cotangent:batch-type]
// error 33:17 an object can't run on an OpenCL device: use numbers and flat arrays of them, or leave out gpu = true [cotangent:batch-device]
// error 34:5 an object can't run on an OpenCL device: use numbers and flat arrays of them, or leave out gpu = true [cotangent:batch-device]
// error 36:7 '==' on objects can't run on an OpenCL device: use numbers and flat arrays of them, or leave out gpu = true [cotangent:batch-device]
// error 37:7 an object can't run on an OpenCL device: use numbers and flat arrays of them, or leave out gpu = true [cotangent:batch-device]
